import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { detachCard, retrieveCard } from '../stripe/cards.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** Takes a removed card off its Customer at Stripe; one that is off already is left alone. */
export async function detachRemovedCard(savedCardId: string): Promise<Result<void, StripeFailure>> {
  const card = await db().savedCard.findUnique({ where: { id: savedCardId } })
  if (!card?.removedAt) return ok()
  const atStripe = await retrieveCard(card.stripePaymentMethodId)
  if (!atStripe.ok) return atStripe
  return atStripe.value?.customerId ? detachCard(card.id, card.stripePaymentMethodId) : ok()
}
