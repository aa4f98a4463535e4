import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { currentActor, currentPerson } from './current-actor.ts'
import type { Actor, Role } from './model.ts'

/**
 * The Actor of a page, for pages that need one. Nobody signed in: to the sign-in page, and back here afterwards.
 * An admin without the second factor that is asked of them: to where it is set up.
 * Signed in with another role than the asked ones: not found, as if the page did not exist. A page still has to use
 * queries that check for themselves: this only decides what is shown.
 */
export async function requireActor(role?: Role | Role[]): Promise<Actor> {
  const actor = await currentActor()
  if (!actor) redirect((await currentPerson()) ? '/account/security/two-factor' : await signInAddress())
  if (role && ![role].flat().includes(actor.role)) notFound()
  return actor
}

/** Whoever is signed in, for the pages of their own account and the frame around all pages. */
export async function requirePerson(): Promise<Actor> {
  return (await currentPerson()) ?? redirect(await signInAddress())
}

/** The path comes from proxy.ts, which overwrites whatever a client sent under that name. */
async function signInAddress(): Promise<string> {
  const path = (await headers()).get('x-request-path') ?? '/dashboard'
  return `/sign-in?next=${encodeURIComponent(path)}`
}
