import type { Tx } from '../core/tx.ts'
import type { Charge } from '../payments/kinds.ts'
import { warnOfFraud } from '../radar/early-fraud-warnings.ts'
import { type DisputeCause, openDispute } from './open.ts'

/** What a test card brings after its money was taken. docs.stripe.com/testing#disputes */
export type Trouble = DisputeCause | 'early_fraud_warning' | 'none'

/** Lets a captured charge have the trouble that its card stands for. A payer who proved who they are cannot say that it was fraud. */
export function bringTrouble(tx: Tx, charge: Charge, trouble: Trouble, account: string): void {
  if (trouble === 'none') return
  const isAuthenticated = charge.payment_method_details?.card?.three_d_secure != null
  if (trouble === 'early_fraud_warning') warnOfFraud(tx, charge, account)
  else if (trouble !== 'fraudulent' || !isAuthenticated) openDispute(tx, charge, trouble, account)
}
