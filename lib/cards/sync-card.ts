import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { retrieveCard } from '../stripe/cards.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** Re-reads a saved card from Stripe: networks renew expiry dates, and a card detached elsewhere is gone here too. */
export async function syncCard(paymentMethodId: string): Promise<Result<void, StripeFailure>> {
  const { livemode } = env().stripe
  const where = { livemode, stripePaymentMethodId: paymentMethodId, removedAt: null }
  if ((await db().savedCard.count({ where })) === 0) return ok()
  const card = await retrieveCard(paymentMethodId)
  if (!card.ok) return card
  if (!card.value?.customerId) {
    await db().savedCard.updateMany({ where, data: { removedAt: now(), isDefault: false } })
    return ok()
  }
  const { brand, last4, expMonth, expYear } = card.value
  await db().savedCard.updateMany({ where, data: { brand, last4, expMonth, expYear } })
  return ok()
}
