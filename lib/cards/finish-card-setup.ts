import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import { retrieveSetupIntent } from '../stripe/cards.ts'
import type { Actor } from '../users/model.ts'
import type { CardErrorCode, SavedCardView } from './model.ts'
import { cardView } from './queries.ts'
import { recordCard } from './record-card.ts'

/** After the browser has confirmed: reads the SetupIntent again and keeps the card that it saved. */
export async function finishCardSetup(
  actor: Actor,
  input: { cardSetupId: string },
): Promise<Result<SavedCardView, CardErrorCode>> {
  const setup = await db().cardSetup.findFirst({
    where: { id: input.cardSetupId, livemode: env().stripe.livemode, customer: { userId: actor.userId } },
  })
  if (!setup?.stripeSetupIntentId) return fail('not_found')
  const intent = await retrieveSetupIntent(setup.stripeSetupIntentId)
  if (!intent.ok) return fail('stripe_unavailable')
  const card = await recordCard(intent.value)
  if (card) return ok(cardView(card))
  return fail(
    intent.value.failureCode || intent.value.status === 'canceled' ? 'setup_failed' : 'setup_unfinished',
  )
}
