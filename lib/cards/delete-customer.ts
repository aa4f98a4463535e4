import { now } from '../clock.ts'
import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { deleteStripeCustomer } from '../stripe/customers.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** Deletes the Customer of an account that was deleted, at Stripe. Before that its cards are taken off it by jobs of their own. */
export async function deleteCustomer(customerRowId: string): Promise<Result<void, StripeFailure>> {
  const row = await db().customer.findUnique({ where: { id: customerRowId } })
  if (!row?.removedAt || row.goneAt) return ok()
  if (row.stripeCustomerId) {
    const deleted = await deleteStripeCustomer({ customerRowId, customerId: row.stripeCustomerId })
    if (!deleted.ok) return deleted
  }
  await db().customer.update({ where: { id: customerRowId }, data: { goneAt: now() } })
  return ok()
}
