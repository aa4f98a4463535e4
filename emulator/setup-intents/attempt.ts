import type Stripe from 'stripe'
import { newId } from '../core/ids.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { required, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'
import type { Stored } from '../core/stored.ts'
import type { Tx } from '../core/tx.ts'
import type { PaymentMethod } from '../payment-methods/method.ts'
import type { SetupIntent } from './kinds.ts'

type SetupAttempt = Stored<Stripe.SetupAttempt>

declare module '../core/kinds.ts' {
  interface Kinds {
    setup_attempt: SetupAttempt
  }
}

/** docs.stripe.com/api/setup_attempts: each confirmation of a setup intent, newest first. */
export const setupAttemptRoutes: Route[] = [
  route(
    'GET',
    '/v1/setup_attempts',
    { params: { ...DATED_LIST_PARAMS, setup_intent: required(text) } },
    ctx => listPage(ctx, 'setup_attempt', { where: one => one.setup_intent === ctx.params.setup_intent }),
  ),
]

/** Writes down that a setup intent is confirmed; what comes of it is told by `endAttempt`. */
export function beginAttempt(tx: Tx, intent: SetupIntent, method: PaymentMethod, account: string): void {
  const id = newId('setatt')
  const { card } = method
  intent.latest_attempt = id
  const attempt: SetupAttempt = {
    id,
    object: 'setup_attempt',
    application: null,
    created: tx.now,
    customer: intent.customer,
    customer_account: null,
    flow_directions: intent.flow_directions ?? null,
    livemode: false,
    on_behalf_of: intent.on_behalf_of,
    payment_method: method.id,
    payment_method_details: method.sepa_debit
      ? { type: 'sepa_debit', sepa_debit: {} }
      : {
          type: 'card',
          card: {
            brand: card?.brand ?? null,
            checks: card?.checks ?? null,
            country: card?.country ?? null,
            exp_month: card?.exp_month ?? null,
            exp_year: card?.exp_year ?? null,
            fingerprint: card?.fingerprint ?? null,
            funding: card?.funding ?? null,
            last4: card?.last4 ?? null,
            network: card?.brand ?? null,
            three_d_secure: null,
            wallet: null,
          },
        },
    setup_error: null,
    setup_intent: intent.id,
    status: 'requires_action',
    usage: intent.usage,
  }
  tx.put('setup_attempt', id, structuredClone(attempt), account)
}

/** What came of the latest attempt. @param error why the card was not saved. */
export function endAttempt(
  tx: Tx,
  intent: SetupIntent,
  status: 'failed' | 'succeeded',
  error: SetupIntent['last_setup_error'] = null,
): void {
  const attempt = tx.edit('setup_attempt', String(intent.latest_attempt))
  attempt.status = status
  attempt.setup_error = structuredClone(error)
}
