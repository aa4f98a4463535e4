import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { detachCard, retrieveCard } from '../stripe/cards.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** Takes the second copy of a card that was saved twice off its Customer; never one that a saved card stands for. */
export async function detachDuplicateCard(
  cardSetupId: string,
  paymentMethodId: string,
): Promise<Result<void, StripeFailure>> {
  if (await db().savedCard.count({ where: { stripePaymentMethodId: paymentMethodId, removedAt: null } }))
    return ok()
  const atStripe = await retrieveCard(paymentMethodId)
  if (!atStripe.ok) return atStripe
  return atStripe.value?.customerId ? detachCard(cardSetupId, paymentMethodId) : ok()
}
