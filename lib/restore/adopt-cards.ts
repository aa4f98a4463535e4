import { recordCard } from '../cards/record-card.ts'
import { syncCard } from '../cards/sync-card.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { retrieveSetupIntent } from '../stripe/cards.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { listMadeCardSetups, type MadeCardSetup } from '../stripe/made.ts'
import type { Report } from './report.ts'

/** Cards that were removed at Stripe are removed here first: the same card, saved again, is otherwise taken for a copy. */
async function syncCardsOf(customerId: string): Promise<Result<void, StripeFailure>> {
  const cards = await db().savedCard.findMany({ where: { customerId, removedAt: null } })
  for (const { stripePaymentMethodId } of cards) {
    const synced = await syncCard(stripePaymentMethodId)
    if (!synced.ok) return synced
  }
  return ok()
}

async function adoptCard(report: Report, made: MadeCardSetup): Promise<Result<unknown, StripeFailure>> {
  const { livemode } = env().stripe
  const { cardSetupId: id, requestKey, setupIntentId, stripeCustomerId, createdAt } = made
  const customer = await db().customer.findFirst({ where: { livemode, stripeCustomerId } })
  if (!customer) return ok()
  const setup = await db().cardSetup.findUnique({ where: { id } })
  if (setup?.status === 'succeeded') return ok()
  const before = await syncCardsOf(customer.id)
  if (!before.ok) return before
  const intent = await retrieveSetupIntent(setupIntentId)
  if (!intent.ok) return intent
  const row = { id, livemode, customerId: customer.id, requestKey, createdAt }
  if (!setup)
    await db().cardSetup.create({
      data: { ...row, status: 'processing', stripeSetupIntentId: setupIntentId },
    })
  const card = await recordCard(intent.value)
  if (!card) return ok()
  report.count('saved cards')
  return syncCard(card.stripePaymentMethodId)
}

/** Makes the cards again that employers saved in the lost time. */
export async function adoptCards(report: Report, since: Date): Promise<Result<void, StripeFailure>> {
  const setups = await listMadeCardSetups(since)
  if (!setups.ok) return setups
  for (const made of setups.value) {
    const adopted = await adoptCard(report, made)
    if (!adopted.ok) return adopted
  }
  return ok()
}
