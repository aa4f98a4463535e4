import { redirect } from 'next/navigation'
import { requireActor } from '#lib/users/require-actor.ts'

const START = { EMPLOYER: '/orders', CONTRACTOR: '/orders', ADMIN: '/admin/orders' } as const

/** One address after signing in; where it leads depends on the role. */
export default async function Dashboard(): Promise<never> {
  redirect(START[(await requireActor()).role])
}
