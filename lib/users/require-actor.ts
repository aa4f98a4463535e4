import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { currentSession, currentViewer } from './current-actor.ts'
import type { Actor, Role } from './model.ts'

/**
 * The Actor of a page, for pages that need one. Nobody signed in: to the sign-in page, and back here afterwards.
 * An admin without the second factor that is asked of them: to where it is set up.
 * Signed in with another role than the asked ones: not found, as if the page did not exist. A page still has to use
 * queries that check for themselves: this only decides what is shown.
 */
export async function requireActor(role?: Role | Role[]): Promise<Actor> {
  const actor = await currentViewer()
  if (!actor) redirect((await currentSession()) ? '/account/security/two-factor' : await signInAddress())
  if (role && ![role].flat().includes(actor.role)) notFound()
  return actor
}

/** The sign-in behind a page, for the frame around all pages. */
export async function requireSession() {
  return (await currentSession()) ?? redirect(await signInAddress())
}

/** Whoever is signed in, for the pages of their own account: nobody looks at those with another's eyes. */
export async function requirePerson(): Promise<Actor> {
  const { actor, viewing } = await requireSession()
  return viewing ? redirect('/dashboard') : actor
}

/** The path comes from proxy.ts, which overwrites whatever a client sent under that name. */
async function signInAddress(): Promise<string> {
  const path = (await headers()).get('x-request-path') ?? '/dashboard'
  return `/sign-in?next=${encodeURIComponent(path)}`
}
