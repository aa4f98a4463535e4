import { db } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import { retrieveSetupIntent } from '../stripe/cards.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { recordCard } from './record-card.ts'

/** Re-reads a SetupIntent and keeps its card: for a browser that confirmed and never came back. */
export async function syncCardSetup(setupIntentId: string): Promise<Result<void, StripeFailure>> {
  const setup = await db().cardSetup.findFirst({
    where: { stripeSetupIntentId: setupIntentId, livemode: env().stripe.livemode },
  })
  if (!setup) return ok()
  const intent = await retrieveSetupIntent(setupIntentId)
  if (!intent.ok) return intent
  await recordCard(intent.value)
  return ok()
}
