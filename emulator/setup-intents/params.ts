import { metadata } from '../core/metadata.ts'
import { boolean, clearableText, hash, ignored, list, oneOf, required, text } from '../core/params.ts'
import { MANDATE_DATA } from '../mandates/permission.ts'
import { METHOD_DATA_FIELDS } from '../payment-methods/data.ts'
import { OTHER_OPTIONS } from '../payment-methods/other-types.ts'

const SHARED = {
  allowed_payment_method_types: list(text),
  payment_method_types: list(text),
  excluded_payment_method_types: list(text),
  payment_method: text,
  payment_method_data: hash(METHOD_DATA_FIELDS),
  payment_method_options: hash({
    ...OTHER_OPTIONS,
    card: hash({
      mandate_options: ignored,
      moto: boolean,
      network: ignored,
      request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
    }),
  }),
}
export const CONFIRMATION = {
  confirmation_token: text,
  mandate_data: MANDATE_DATA,
  return_url: text,
  use_stripe_sdk: boolean,
}
const WORDS = {
  attach_to_self: boolean,
  customer: text,
  description: clearableText,
  flow_directions: list(oneOf('inbound', 'outbound')),
  metadata,
}
export const CREATE_FIELDS = {
  ...SHARED,
  ...CONFIRMATION,
  ...WORDS,
  automatic_payment_methods: hash({ enabled: required(boolean), allow_redirects: oneOf('always', 'never') }),
  confirm: boolean,
  on_behalf_of: text,
  payment_method_configuration: text,
  single_use: ignored,
  usage: oneOf('off_session', 'on_session'),
}
export const UPDATE_FIELDS = { ...SHARED, ...WORDS, payment_method_configuration: text }
export const CONFIRM_FIELDS = {
  ...SHARED,
  ...CONFIRMATION,
  client_secret: text,
  expected_payment_method_type: text,
  client_context: ignored,
  client_attribution_metadata: ignored,
}
