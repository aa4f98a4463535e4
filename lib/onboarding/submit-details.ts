import { fail, ok, type Result } from '../result.ts'
import { retrieveAccount, sendPersonChanges } from '../stripe/accounts.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import {
  type DetailsErrorCode,
  detailsRefusal,
  needsState,
  type SubmitDetailsInput,
} from './details-input.ts'
import { nextUpdate } from './next-update.ts'
import { ownAccount } from './own-account.ts'
import { changesOf } from './person-changes.ts'
import { recordAccount } from './record-account.ts'

/**
 * Gives Stripe the contractor's personal details, the changed ones only. Nothing of them is kept with us; the audit
 * event names the fields, not their values. Submitting again after a failure sends what is still missing.
 */
export async function submitDetails(
  actor: Actor,
  input: SubmitDetailsInput,
): Promise<Result<void, DetailsErrorCode>> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  const account = own.value
  if (needsState(account.country) && !input.state) return fail('state_missing')
  const held = await retrieveAccount(account.stripeAccountId)
  if (!held.ok) return fail('stripe_unavailable')
  const changes = changesOf(held.value.person, input, account.country)
  if (Object.keys(changes).length > 0) {
    const updateCount = await nextUpdate(actor, account, 'details.submitted', {
      fields: Object.keys(changes),
    })
    const sent = await sendPersonChanges({
      accountId: account.stripeAccountId,
      connectedAccountId: account.id,
      updateCount,
      changes,
    })
    if (!sent.ok) {
      return fail(isDefinite(sent.error) ? detailsRefusal(sent.error.param) : 'stripe_unavailable')
    }
  }
  await recordAccount(account.stripeAccountId)
  return ok()
}
