import { type Growth, growAccount } from '../accounts/thresholds.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import type { Charge } from '../payments/kinds.ts'
import { warnOfFraud } from '../radar/early-fraud-warnings.ts'
import { type DisputeCause, openDispute } from './open.ts'

/** What a test card brings after its money was taken. docs.stripe.com/testing#disputes */
export type Trouble = DisputeCause | Growth | 'early_fraud_warning' | 'none'

function isGrowth(trouble: Trouble): trouble is Growth {
  return trouble === 'charge_block' || trouble === 'next_requirements' || trouble === 'payout_block'
}

/** Lets a captured charge have the trouble that its card stands for. A payer who proved who they are cannot say that it was fraud. */
export function bringTrouble(tx: Tx, charge: Charge, trouble: Trouble, account: string): void {
  if (trouble === 'none') return
  if (isGrowth(trouble)) {
    const merchant = typeof charge.on_behalf_of === 'string' ? charge.on_behalf_of : account
    if (merchant !== PLATFORM) growAccount(tx, merchant, trouble)
    return
  }
  const isAuthenticated = charge.payment_method_details?.card?.three_d_secure != null
  if (trouble === 'early_fraud_warning') warnOfFraud(tx, charge, account)
  else if (trouble !== 'fraudulent' || !isAuthenticated) openDispute(tx, charge, trouble, account)
}
