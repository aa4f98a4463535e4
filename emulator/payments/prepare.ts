import { badParameter, invalid, missing } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import { mergeMetadata } from '../core/metadata.ts'
import { owned } from '../core/owned.ts'
import type { Params } from '../core/params.ts'
import type { Tx } from '../core/tx.ts'
import { addMethodOf } from '../payment-methods/data.ts'
import { namedMethod, type PaymentMethod, refuseConsumed } from '../payment-methods/method.ts'
import { allowedTypes } from '../payment-methods/method-types.ts'
import { requireReceiver } from '../transfers/require-receiver.ts'
import { withCardOptions } from './card-options.ts'
import { spendConfirmationToken } from './confirmation-token.ts'
import { checkChargeAmount } from './currency.ts'
import { BLANK_CARD_OPTIONS, intentError } from './intent.ts'
import { type CREATE_FIELDS, checkDescriptors } from './intent-params.ts'
import type { PaymentIntent } from './kinds.ts'
import { shippingOf } from './shipping.ts'

interface Sent extends Partial<Omit<Params<typeof CREATE_FIELDS>, 'transfer_data'>> {
  transfer_data?: { destination?: string; amount?: number | undefined } | undefined
}

/**
 * Writes the parameters of a creation, an update or a confirmation into an intent.
 * @throws StripeError 400 for what does not fit together.
 */
export function applyParams(tx: Tx, intent: PaymentIntent, sent: Sent, account: string): void {
  checkDescriptors(sent)
  refuseBoth(sent, 'automatic_payment_methods', 'confirmation_method')
  refuseBoth(sent, 'automatic_payment_methods', 'payment_method_types')
  if (sent.amount !== undefined || sent.currency !== undefined) {
    intent.amount = sent.amount ?? intent.amount
    intent.currency = sent.currency ?? intent.currency
    checkChargeAmount(intent.amount, intent.currency)
  }
  if (sent.customer !== undefined) {
    intent.customer = owned(tx, 'customer', sent.customer, account, 'customer').id
  }
  for (const field of PLAIN) if (sent[field] !== undefined) Object.assign(intent, { [field]: sent[field] })
  if (sent.automatic_payment_methods) {
    const { enabled, allow_redirects } = sent.automatic_payment_methods
    intent.automatic_payment_methods = { enabled, allow_redirects: allow_redirects ?? 'always' }
  }
  if (sent.shipping !== undefined) intent.shipping = sent.shipping && shippingOf(sent.shipping)
  applyMethodTypes(intent, sent)
  intent.metadata = mergeMetadata(intent.metadata, sent.metadata)
  const options = sent.payment_method_options?.card
  const shown = intent.payment_method_options
  if (options && shown?.card)
    intent.payment_method_options = { ...shown, card: withCardOptions(shown.card, options) }
  applyTransfer(tx, intent, sent, account)
  applyMethod(tx, intent, sent, account)
}

function refuseBoth(sent: Sent, first: keyof Sent, second: keyof Sent) {
  if (sent[first] === undefined || sent[second] === undefined) return
  throw badParameter(`You may only specify one of these parameters: ${first}, ${second}.`, { param: first })
}

const PLAIN = [
  'application_fee_amount',
  'capture_method',
  'confirmation_method',
  'description',
  'excluded_payment_method_types',
  'on_behalf_of',
  'receipt_email',
  'setup_future_usage',
  'statement_descriptor_suffix',
  'transfer_group',
] as const

function applyMethodTypes(intent: PaymentIntent, sent: Sent) {
  const types = allowedTypes(sent, 'payment_intent')
  if (types === null) return
  if (sent.allowed_payment_method_types) {
    intent.allowed_payment_method_types = types as PaymentIntent['allowed_payment_method_types']
  }
  intent.payment_method_types = types
  const { card, ...others } = intent.payment_method_options ?? {}
  intent.payment_method_options = {
    ...others,
    ...(types.includes('card') ? { card: card ?? BLANK_CARD_OPTIONS } : {}),
    ...(types.includes('sepa_debit') ? { sepa_debit: {} } : {}),
  }
}

function applyTransfer(tx: Tx, intent: PaymentIntent, sent: Sent, account: string) {
  if (sent.transfer_data) {
    const destination = sent.transfer_data.destination ?? String(intent.transfer_data?.destination ?? '')
    requireDestination(tx, destination)
    const { amount } = sent.transfer_data
    intent.transfer_data = amount === undefined ? { destination } : { amount, destination }
  }
  const fee = intent.application_fee_amount
  if (fee === null) return
  const param = 'application_fee_amount'
  if (fee < 0)
    throw badParameter('Invalid non-negative integer', { code: 'parameter_invalid_integer', param })
  if (!intent.transfer_data && account === PLATFORM) {
    throw invalid(
      'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
      { param },
    )
  }
  if (intent.transfer_data?.amount !== undefined) {
    throw invalid(
      'You may only specify one of these parameters: application_fee_amount, transfer_data[amount].',
      { param },
    )
  }
  if (fee > intent.amount) {
    throw invalid('The application_fee_amount cannot be greater than the amount of the charge.', { param })
  }
}

/** @throws StripeError 400 unless the account is there and may receive transfers. */
function requireDestination(tx: Tx, destination: string) {
  const account = tx.find('account', destination)
  if (!account) throw missing('destination', destination, 'transfer_data[destination]', 400)
  requireReceiver(account)
}

/** @throws StripeError 400 for a way to pay that the intent does not allow. */
function requireType(intent: PaymentIntent, { type }: PaymentMethod) {
  const { payment_method_types: types } = intent
  if (types.includes(type)) return
  throw intentError(
    intent,
    `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${types.join(', ')}. Alternatively update the allowed payment_method_types for this PaymentIntent to include "${type}".`,
    { code: 'payment_intent_incompatible_payment_method' },
  )
}

function applyMethod(tx: Tx, intent: PaymentIntent, sent: Sent, account: string) {
  if (sent.confirmation_token) {
    const token = spendConfirmationToken(tx, sent.confirmation_token, intent.id, account)
    if (token.setupFutureUsage) intent.setup_future_usage = token.setupFutureUsage
    if (token.shipping) intent.shipping = token.shipping
    applyMethod(tx, intent, { payment_method: token.paymentMethod }, account)
    return
  }
  const method = sent.payment_method_data
    ? addMethodOf(tx, sent.payment_method_data, account)
    : sent.payment_method
      ? namedMethod(tx, sent.payment_method, account, 'payment_method')
      : null
  if (!method) return
  refuseConsumed(tx, method.id)
  requireType(intent, method)
  if (method.customer !== null && method.customer !== intent.customer) {
    const { customer } = intent
    throw customer === null
      ? intentError(
          intent,
          `The \`payment_method\` parameter supplied ${method.id} belongs to the Customer ${String(method.customer)}. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
          { code: 'parameter_missing', param: 'source' },
        )
      : intentError(
          intent,
          `The PaymentMethod ${method.id} does not belong to the Customer you supplied ${String(customer)}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
          { param: 'payment_method' },
        )
  }
  intent.payment_method = method.id
  intent.next_action = null
  intent.status = 'requires_confirmation'
}
