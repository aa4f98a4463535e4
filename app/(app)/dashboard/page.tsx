import { redirect } from 'next/navigation'
import { canBePaid } from '#lib/onboarding/queries.ts'
import type { Actor } from '#lib/users/model.ts'
import { requireActor } from '#lib/users/require-actor.ts'

/** One address after signing in; where it leads depends on the role, and on what a contractor still has to do. */
export default async function Dashboard(): Promise<never> {
  redirect(await startOf(await requireActor()))
}

async function startOf(actor: Actor): Promise<string> {
  if (actor.role === 'ADMIN') return '/admin/attention'
  if (actor.role === 'CONTRACTOR' && !(await canBePaid(actor))) return '/onboarding'
  return '/orders'
}
