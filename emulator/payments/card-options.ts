import { boolean, emptyable, hash, ignored, oneOf, type Params, text } from '../core/params.ts'

const AVAILABLE = oneOf('if_available', 'never')

const FIELDS = {
  capture_method: emptyable(oneOf('manual')),
  installments: ignored,
  mandate_options: ignored,
  moto: boolean,
  network: text,
  request_extended_authorization: AVAILABLE,
  request_incremental_authorization: AVAILABLE,
  request_multicapture: AVAILABLE,
  request_overcapture: AVAILABLE,
  request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
  require_cvc_recollection: boolean,
  setup_future_usage: emptyable(oneOf('none', 'off_session', 'on_session')),
  statement_descriptor_suffix_kana: text,
  statement_descriptor_suffix_kanji: text,
}

/** docs.stripe.com/api/payment_intents/create#create_payment_intent-payment_method_options-card */
export const CARD_OPTIONS = hash(FIELDS)

/** The options for cards that an intent shows, with what was sent; an empty one is taken away. */
export function withCardOptions<T extends object>(before: T, sent: Params<typeof FIELDS>): T {
  const { installments: _plan, mandate_options: _mandate, moto: _moto, ...kept } = sent
  const shown = { ...before }
  for (const [name, value] of Object.entries(kept)) {
    if (value === null) Reflect.deleteProperty(shown, name)
    else if (value !== undefined) Object.assign(shown, { [name]: value })
  }
  return shown
}
