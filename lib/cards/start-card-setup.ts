import { db } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import { createSetupIntent, retrieveSetupIntent } from '../stripe/cards.ts'
import type { Actor } from '../users/model.ts'
import { createCustomer } from './create-customer.ts'
import type { CardErrorCode } from './model.ts'

/** The setup of this form: the same form is the same row, hence the same SetupIntent. */
async function findOrInsert(customerId: string, requestKey: string) {
  const key = { customerId_requestKey: { customerId, requestKey } }
  return db().cardSetup.upsert({
    where: key,
    create: { id: newId('cse'), customerId, requestKey, livemode: env().stripe.livemode },
    update: {},
  })
}

/**
 * Begins saving a card: a SetupIntent whose client secret the browser confirms with Stripe's own form.
 * https://docs.stripe.com/payments/save-and-reuse
 */
export async function startCardSetup(
  actor: Actor,
  input: { requestKey: string },
): Promise<Result<{ cardSetupId: string; clientSecret: string }, CardErrorCode>> {
  if (actor.role !== 'EMPLOYER') return fail('not_found')
  const customer = await createCustomer(actor.userId)
  if (!customer.ok) return fail('stripe_unavailable')
  const setup = await findOrInsert(customer.value.customerRowId, input.requestKey)
  const intent = setup.stripeSetupIntentId
    ? await retrieveSetupIntent(setup.stripeSetupIntentId)
    : await createSetupIntent({
        cardSetupId: setup.id,
        requestKey: setup.requestKey,
        customerId: customer.value.customerId,
      })
  if (!intent.ok) return fail('stripe_unavailable')
  await db().cardSetup.updateMany({
    where: { id: setup.id, status: 'requested' },
    data: { stripeSetupIntentId: intent.value.setupIntentId, status: 'processing' },
  })
  return ok({ cardSetupId: setup.id, clientSecret: intent.value.clientSecret })
}
