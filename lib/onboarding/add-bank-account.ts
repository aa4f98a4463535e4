import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { sendBankAccount } from '../stripe/accounts.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import type { BankErrorCode } from './account-errors.ts'
import { ownAccount } from './own-account.ts'
import { recordAccount } from './record-account.ts'

function bankRefusal(failure: StripeFailure): BankErrorCode {
  if (!isDefinite(failure)) return 'stripe_unavailable'
  return failure.code === 'token_already_used' ? 'bank_token_used' : 'bank_refused'
}

/**
 * Makes the bank account behind a token the one that the contractor is paid out to; it takes the place of the one before.
 * The token was made by Stripe.js in the browser: the numbers never come here.
 */
export async function addBankAccount(
  actor: Actor,
  input: { bankToken: string },
): Promise<Result<void, BankErrorCode>> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  const { id, stripeAccountId } = own.value
  const subject = { type: 'ConnectedAccount', id }
  await transaction(async tx => {
    const after = { token: input.bankToken }
    await recordAuditEvent(tx, actor, { action: 'bank_account.submitted', subject, after })
  })
  const sent = await sendBankAccount({
    accountId: stripeAccountId,
    connectedAccountId: id,
    bankToken: input.bankToken,
  })
  if (!sent.ok) return fail(bankRefusal(sent.error))
  await recordAccount(stripeAccountId)
  return ok()
}
