'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { currentSession } from '#lib/users/current-actor.ts'
import { clearSessionCookie } from '#lib/users/session-cookie.ts'
import { signOut } from '#lib/users/sign-out.ts'
import { stopViewing } from '#lib/viewing/stop-viewing.ts'

export async function signOutAction(): Promise<void> {
  const session = await currentSession()
  if (session) await signOut(session.sessionId, session.actor.origin)
  await clearSessionCookie()
  redirect('/')
}

/** An admin who looks at somebody's pages goes back to that person's page among the admins'. */
export async function stopViewingAction(): Promise<void> {
  const viewing = (await currentSession())?.viewing
  const userId = viewing && (await stopViewing(viewing.by))
  revalidatePath('/', 'layout')
  redirect(userId ? `/admin/users/${userId}` : '/dashboard')
}
