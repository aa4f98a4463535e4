import { db } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { invariant, ok, type Result } from '../result.ts'
import { createStripeCustomer, findStripeCustomer } from '../stripe/customers.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'

/** An employer's Customer at Stripe. */
export type StripeCustomer = { customerRowId: string; customerId: string }

type Row = { id: string; createdAt: Date }
type Owner = { userId: string; email: string; name: string }

async function ownerOf(userId: string): Promise<Owner> {
  const user = await db().user.findUnique({ where: { id: userId }, include: { profile: true } })
  invariant(user?.role === 'EMPLOYER', `user ${userId} is not an employer`)
  return { userId, email: user.email, name: user.profile?.displayName ?? '' }
}

async function openAtStripe(row: Row, owner: Owner): Promise<Result<{ customerId: string }, StripeFailure>> {
  if (isKeyForgotten(row.createdAt)) {
    const earlier = await findStripeCustomer({ customerRowId: row.id, email: owner.email })
    if (!earlier.ok) return earlier
    if (earlier.value) return ok(earlier.value)
  }
  return createStripeCustomer({ customerRowId: row.id, ...owner })
}

/**
 * Makes sure that an employer's Customer exists at Stripe and returns it. The row is written at sign-up, or here when the
 * keys have moved to another mode since; the same row is the same idempotency key, so the job and a page may both call this.
 */
export async function createCustomer(userId: string): Promise<Result<StripeCustomer, StripeFailure>> {
  const unique = { userId, livemode: env().stripe.livemode }
  const owner = await ownerOf(userId)
  const row = await db().customer.upsert({
    where: { userId_livemode: unique },
    create: { id: newId('cst'), ...unique },
    update: {},
  })
  if (row.stripeCustomerId) return ok({ customerRowId: row.id, customerId: row.stripeCustomerId })
  const opened = await openAtStripe(row, owner)
  if (!opened.ok) return opened
  const { customerId } = opened.value
  await db().customer.update({ where: { id: row.id }, data: { stripeCustomerId: customerId } })
  return ok({ customerRowId: row.id, customerId })
}
