import type Stripe from 'stripe'
import { newId } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { owned } from '../core/owned.ts'
import { text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { Charge } from '../payments/kinds.ts'

export type EarlyFraudWarning = Stored<Stripe.Radar.EarlyFraudWarning>

const KIND = 'radar.early_fraud_warning'

declare module '../core/kinds.ts' {
  interface Kinds {
    [KIND]: EarlyFraudWarning
  }
}

/** The bank thinks that a payment may be fraud; refunding it now prevents the dispute. */
export function warnOfFraud(tx: Tx, charge: Charge, account: string): void {
  const warning: EarlyFraudWarning = {
    id: newId('issfr'),
    object: KIND,
    actionable: true,
    charge: charge.id,
    created: tx.now,
    fraud_type: 'misc',
    livemode: false,
    payment_intent: String(charge.payment_intent),
  }
  tx.put(KIND, warning.id, warning, account)
  emit(tx, 'radar.early_fraud_warning.created', warning, account)
}

/** Nothing is left to do about a warning once its charge is refunded in full, or disputed. */
export function settleWarnings(tx: Tx, chargeId: string, account: string): void {
  const isOpen = (one: EarlyFraudWarning) => one.charge === chargeId && one.actionable
  for (const { id } of [...tx.list(KIND, account, { where: isOpen })]) {
    const warning = tx.edit(KIND, id)
    warning.actionable = false
    emit(tx, 'radar.early_fraud_warning.updated', warning, account)
  }
}

const LIST = { ...DATED_LIST_PARAMS, charge: text, payment_intent: text }

/** docs.stripe.com/api/radar/early_fraud_warnings */
export const earlyFraudWarningRoutes: Route[] = [
  route('GET', '/v1/radar/early_fraud_warnings', { params: LIST }, ctx => {
    const { charge, payment_intent } = ctx.params
    const where = (one: EarlyFraudWarning) =>
      (charge === undefined || one.charge === charge) &&
      (payment_intent === undefined || one.payment_intent === payment_intent)
    return listPage(ctx, KIND, { where })
  }),
  route('GET', '/v1/radar/early_fraud_warnings/:id', {}, ({ tx, id, account }) =>
    owned(tx, KIND, id, account),
  ),
]
