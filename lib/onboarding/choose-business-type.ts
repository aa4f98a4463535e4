import { fail, ok, type Result } from '../result.ts'
import { retrieveAccount, sendBusinessType } from '../stripe/accounts.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import type { CompanyErrorCode } from './company-input.ts'
import { isTypeOpen } from './company-view.ts'
import { nextUpdate } from './next-update.ts'
import { ownAccount } from './own-account.ts'
import { recordAccount } from './record-account.ts'

/**
 * Says that the contractor is paid as a person or as a company, while Stripe has no details of either. The mirror has it from
 * Stripe: nothing here is true before Stripe says so.
 */
export async function chooseBusinessType(
  actor: Actor,
  { businessType }: { businessType: 'individual' | 'company' },
): Promise<Result<void, CompanyErrorCode>> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  const { id, stripeAccountId } = own.value
  const held = await retrieveAccount(stripeAccountId)
  if (!held.ok) return fail('stripe_unavailable')
  if (held.value.businessType !== businessType) {
    if (!isTypeOpen(held.value)) return fail('type_fixed')
    const updateCount = await nextUpdate(actor, own.value, 'business_type.chosen', { businessType })
    const sent = await sendBusinessType({
      accountId: stripeAccountId,
      connectedAccountId: id,
      updateCount,
      businessType,
    })
    if (!sent.ok) return fail(isDefinite(sent.error) ? 'type_fixed' : 'stripe_unavailable')
  }
  await recordAccount(stripeAccountId)
  return ok()
}
