import { invalid } from '../core/errors.ts'
import { metadata } from '../core/metadata.ts'
import {
  boolean,
  clearableText,
  emptyable,
  hash,
  ignored,
  integer,
  list,
  oneOf,
  required,
  text,
} from '../core/params.ts'
import { MANDATE_DATA } from '../mandates/permission.ts'
import { METHOD_DATA_FIELDS } from '../payment-methods/data.ts'
import { OTHER_OPTIONS } from '../payment-methods/other-types.ts'
import { CARD_OPTIONS } from './card-options.ts'
import { currencyCode } from './currency.ts'
import { STATEMENT_PREFIX } from './platform.ts'
import { SHIPPING } from './shipping.ts'

/** What create, update and confirm have in common. */
const SHARED = {
  // The parameter of API version 2026-10-28 and its older name.
  allowed_payment_method_types: list(text),
  payment_method_types: list(text),
  amount_details: ignored,
  excluded_payment_method_types: list(text),
  hooks: ignored,
  payment_details: ignored,
  payment_method: text,
  payment_method_data: hash(METHOD_DATA_FIELDS),
  payment_method_options: hash({ ...OTHER_OPTIONS, card: CARD_OPTIONS }),
  receipt_email: clearableText,
  setup_future_usage: emptyable(oneOf('off_session', 'on_session')),
  shipping: SHIPPING,
}

/** What a confirmation takes; also part of a creation with `confirm=true`. */
export const CONFIRMATION = {
  confirmation_token: text,
  error_on_requires_action: boolean,
  mandate: text,
  mandate_data: MANDATE_DATA,
  off_session: boolean,
  radar_options: ignored,
  return_url: text,
  use_stripe_sdk: boolean,
}

const MONEY = {
  application_fee_amount: emptyable(integer),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  customer: text,
  description: clearableText,
  metadata,
  statement_descriptor: clearableText,
  statement_descriptor_suffix: clearableText,
  transfer_group: clearableText,
}

export const CREATE_FIELDS = {
  ...SHARED,
  ...CONFIRMATION,
  ...MONEY,
  amount: required(integer),
  currency: required(currencyCode),
  automatic_payment_methods: hash({ enabled: required(boolean), allow_redirects: oneOf('always', 'never') }),
  confirm: boolean,
  confirmation_method: oneOf('automatic', 'manual'),
  on_behalf_of: text,
  payment_method_configuration: ignored,
  transfer_data: hash({ destination: required(text), amount: integer }),
}

export const UPDATE_FIELDS = {
  ...SHARED,
  ...MONEY,
  amount: integer,
  currency: currencyCode,
  payment_method_configuration: ignored,
  transfer_data: hash({ amount: integer }),
  client_secret: text,
}

export const CONFIRM_FIELDS = {
  ...SHARED,
  ...CONFIRMATION,
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  client_secret: text,
  // What Stripe.js sends along.
  expected_payment_method_type: text,
  client_context: ignored,
  client_attribution_metadata: ignored,
}

export const CAPTURE_FIELDS = {
  amount_details: ignored,
  amount_to_capture: integer,
  application_fee_amount: integer,
  final_capture: boolean,
  hooks: ignored,
  metadata,
  payment_details: ignored,
  statement_descriptor: text,
  statement_descriptor_suffix: text,
  transfer_data: hash({ amount: integer }),
}

/** The words on the payer's statement: docs.stripe.com/get-started/account/statement-descriptors */
const DESCRIPTOR_MAX = 22

/**
 * Checks what a card's statement may say.
 * @throws StripeError 400.
 */
export function checkDescriptors(sent: {
  statement_descriptor?: string | null | undefined
  statement_descriptor_suffix?: string | null | undefined
}): void {
  if (sent.statement_descriptor) {
    throw invalid(
      'The `statement_descriptor` parameter is not supported for the `card` payment method type. Use `statement_descriptor_suffix` instead, which is appended to the prefix of your account.',
      { param: 'statement_descriptor' },
    )
  }
  const suffix = sent.statement_descriptor_suffix
  if (!suffix) return
  const param = 'statement_descriptor_suffix'
  if (/[<>\\'"*]/.test(suffix)) {
    throw invalid(`The statement descriptor suffix must not contain any of these characters: < > \\ ' " *`, {
      param,
    })
  }
  if (!/[a-zA-Z]/.test(suffix))
    throw invalid('The statement descriptor suffix must contain at least one letter.', { param })
  if (suffix.length > DESCRIPTOR_MAX) {
    throw invalid(`The statement descriptor suffix must be at most ${DESCRIPTOR_MAX} characters.`, { param })
  }
}

/** What the payer reads: prefix and suffix in capitals, cut where the statement ends. */
export function calculatedDescriptor(suffix: string | null): string {
  if (!suffix) return STATEMENT_PREFIX
  return `${STATEMENT_PREFIX}* ${suffix}`.toUpperCase().slice(0, DESCRIPTOR_MAX)
}
