import { deepFreeze } from '../core/copy.ts'
import { invalid, StripeError } from '../core/errors.ts'
import { newClientSecret, newId } from '../core/ids.ts'
import type { Kinds } from '../core/kinds.ts'
import { NOTHING } from '../core/nothing.ts'
import { owned } from '../core/owned.ts'
import type { Ctx, KeyPower } from '../core/route.ts'
import { sentenceList } from '../core/sentence-list.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import type { PaymentIntent } from './kinds.ts'
import '../setup-intents/kinds.ts'

type Status = PaymentIntent['status']

const NO_TIP = deepFreeze({ tip: {} })
const NOT_MANAGED = Object.freeze({ enabled: false })

/** A payment intent with nothing set but its amount. */
export function blankIntent(now: number, amount: number, currency: string): PaymentIntent {
  const id = newId('pi')
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount,
    amount_capturable: 0,
    amount_details: NO_TIP,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: newClientSecret(id),
    confirmation_method: 'automatic',
    created: now,
    currency,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: NOT_MANAGED,
    metadata: NOTHING,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: { card: BLANK_CARD_OPTIONS },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  }
}

/** The options for cards of which nothing was said. */
export const BLANK_CARD_OPTIONS: NonNullable<PaymentIntent['payment_method_options']>['card'] = deepFreeze({
  installments: null,
  mandate_options: null,
  network: null,
  request_three_d_secure: 'automatic',
})

/**
 * The intent that a request may see: every one of its account with a secret key, only the one whose
 * `client_secret` it knows with a publishable key.
 * @throws StripeError 404, also for a wrong secret, so that ids cannot be probed; 400 without one.
 */
export function intentFor<K extends 'payment_intent' | 'setup_intent'>(
  ctx: Pick<Ctx, 'tx' | 'account' | 'id' | 'power'>,
  kind: K,
  clientSecret: string | undefined,
): Kinds[K] {
  const intent: Kinds['payment_intent' | 'setup_intent'] = owned(ctx.tx, kind, ctx.id, ctx.account)
  if (ctx.power === 'secret') return intent as Kinds[K]
  if (clientSecret === undefined) {
    throw invalid('You must provide a client_secret when using a publishable key.', {
      code: 'parameter_missing',
      param: 'client_secret',
    })
  }
  if (clientSecret !== intent.client_secret) {
    const noun = kind === 'payment_intent' ? 'payment_intent' : 'setupintent'
    throw new StripeError(404, {
      type: 'invalid_request_error',
      code: 'resource_missing',
      param: 'intent',
      message: `No such ${noun}: '${ctx.id}'; a similar object exists, but the client_secret provided does not match.`,
    })
  }
  return intent as Kinds[K]
}

/** What a browser may see of an intent: its client secret opens it, so fields for the seller stay out. */
export function forBrowser(intent: PaymentIntent, power: KeyPower): Partial<PaymentIntent> {
  if (power === 'secret') return intent
  const { application_fee_amount, transfer_data, transfer_group, metadata, latest_charge, ...shown } = intent
  return shown
}

/** A refusal that shows the intent as it stands, as all of Stripe's about an intent's state do. */
export function intentError(
  intent: PaymentIntent | Kinds['setup_intent'],
  message: string,
  details: { code?: string; param?: string } = {},
): StripeError {
  return invalid(message, { ...details, [intent.object]: structuredClone(intent) })
}

/**
 * Refuses an action in a state in which Stripe does not do it.
 * @throws StripeError 400 `payment_intent_unexpected_state`.
 */
export function requireStatus(
  intent: PaymentIntent | Kinds['setup_intent'],
  verb: { infinitive: string; participle: string },
  allowed: readonly Status[],
): void {
  if (allowed.some(status => status === intent.status)) return
  const isPayment = intent.object === 'payment_intent'
  const noun = isPayment ? 'PaymentIntent' : 'SetupIntent'
  const statuses = isPayment ? allowed.join(', ') : sentenceList(allowed.map(status => `\`${status}\``))
  throw intentError(
    intent,
    `You cannot ${verb.infinitive} this ${noun} because it has a status of ${intent.status}. Only a ${noun} with one of the following statuses may be ${verb.participle}: ${statuses}.`,
    { code: `${intent.object}_unexpected_state` },
  )
}

/** Does for a browser what a key of its own power may see: also in a refusal, an intent's fields for the seller stay out. */
export function withinSight<T>(power: KeyPower, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const shown = error instanceof StripeError ? (error.body.payment_intent as PaymentIntent) : undefined
    if (shown && error instanceof StripeError) error.body.payment_intent = forBrowser(shown, power)
    throw error
  }
}

/** Tells that a payment intent is in a new state. */
export function emitIntent(tx: Tx, type: IntentEvent, intent: PaymentIntent, account: string): void {
  emit(tx, type, intent, account)
}

type IntentEvent =
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.canceled'
  | 'payment_intent.created'
  | 'payment_intent.payment_failed'
  | 'payment_intent.processing'
  | 'payment_intent.requires_action'
  | 'payment_intent.succeeded'
