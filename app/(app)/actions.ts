'use server'

import { redirect } from 'next/navigation'
import { currentSession } from '#lib/users/current-actor.ts'
import { clearSessionCookie } from '#lib/users/session-cookie.ts'
import { signOut } from '#lib/users/sign-out.ts'

export async function signOutAction(): Promise<void> {
  const session = await currentSession()
  if (session) await signOut(session.sessionId, session.actor.origin)
  await clearSessionCookie()
  redirect('/')
}
