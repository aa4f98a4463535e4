import { db } from '../db.ts'
import { ok, type Result } from '../result.ts'
import { setDefaultPaymentMethod } from '../stripe/customers.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** How often a choice may change while it is being sent before the next job takes over. */
const TURNS_MAX = 5

async function chosenCard(customerRowId: string) {
  return db().savedCard.findFirst({
    where: { customerId: customerRowId, isDefault: true, removedAt: null },
    include: { customer: true },
  })
}

/**
 * Makes Stripe's default card the one that is chosen here. It sends what is chosen now, not what was chosen when the job
 * was made, and looks again afterwards, so that two changes at once end as the last one. `changeId` names the change.
 */
export async function sendDefaultCard(
  customerRowId: string,
  changeId: string,
): Promise<Result<void, StripeFailure>> {
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const card = await chosenCard(customerRowId)
    if (!card?.customer.stripeCustomerId) return ok()
    const sent = await setDefaultPaymentMethod({
      changeId: `${changeId}:${card.id}`,
      customerId: card.customer.stripeCustomerId,
      paymentMethodId: card.stripePaymentMethodId,
    })
    if (!sent.ok) return sent
    if ((await chosenCard(customerRowId))?.id === card.id) return ok()
  }
  return ok()
}
