import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import { createStripeCustomer } from '../stripe/customers.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** An employer's Customer at Stripe. */
export type StripeCustomer = { customerRowId: string; customerId: string }

/**
 * Makes sure that an employer's Customer exists at Stripe and returns it. The row was written at sign-up; the same row is
 * the same idempotency key, so the job and a page may both call this.
 */
export async function createCustomer(userId: string): Promise<Result<StripeCustomer, StripeFailure>> {
  const row = await db().customer.findUnique({
    where: { userId_livemode: { userId, livemode: env().stripe.livemode } },
    include: { user: { include: { profile: true } } },
  })
  invariant(row, 'an employer has a customer row from sign-up on')
  if (row.stripeCustomerId) return ok({ customerRowId: row.id, customerId: row.stripeCustomerId })
  const name = row.user.profile?.displayName ?? ''
  const created = await createStripeCustomer({ customerRowId: row.id, email: row.user.email, name })
  if (!created.ok) return fail(created.error)
  const { customerId } = created.value
  await db().customer.update({ where: { id: row.id }, data: { stripeCustomerId: customerId } })
  return ok({ customerRowId: row.id, customerId })
}
