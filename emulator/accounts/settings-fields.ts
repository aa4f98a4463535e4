import { boolean, clearableText, hash, integer, list, oneOf, type Spec, text } from '../core/params.ts'
import { DECLARATION } from './person-fields.ts'

const WEEKDAYS = oneOf('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')

/** Days between a charge and its payout, or `minimum`. */
const DELAY: Spec<number | 'minimum'> = {
  read: (value, path) => (value === 'minimum' ? 'minimum' : integer.read(value, path)),
}

/** When an account is paid out. */
export const SCHEDULE = hash({
  delay_days: DELAY,
  interval: oneOf('daily', 'manual', 'monthly', 'weekly'),
  monthly_anchor: integer,
  monthly_payout_days: list(integer),
  weekly_anchor: WEEKDAYS,
  weekly_payout_days: list(WEEKDAYS),
})

/** `settings[…]` of an account. */
export const SETTINGS = hash({
  bacs_debit_payments: hash({ display_name: text }),
  branding: hash({ icon: text, logo: text, primary_color: text, secondary_color: text }),
  card_issuing: hash({ tos_acceptance: DECLARATION }),
  card_payments: hash({
    decline_on: hash({ avs_failure: boolean, cvc_failure: boolean }),
    statement_descriptor_prefix: clearableText,
    statement_descriptor_prefix_kana: clearableText,
    statement_descriptor_prefix_kanji: clearableText,
  }),
  dashboard: hash({ display_name: text, timezone: text }),
  invoices: hash({
    default_account_tax_ids: list(text),
    hosted_payment_method_save: oneOf('always', 'never', 'offer'),
  }),
  payments: hash({
    statement_descriptor: clearableText,
    statement_descriptor_kana: clearableText,
    statement_descriptor_kanji: clearableText,
  }),
  payouts: hash({
    debit_negative_balances: boolean,
    schedule: SCHEDULE,
    statement_descriptor: clearableText,
  }),
  paypay_payments: hash({
    additional_files: list(text),
    goods_type: oneOf('digital_content', 'other'),
    site: hash({
      accessible: hash({}),
      in_development: hash({ password: text, username: text }),
      restricted: hash({ payment_flow_file: text }),
      type: oneOf('accessible', 'in_development', 'restricted'),
    }),
  }),
  sepa_debit_payments: hash({ creditor_id: text }),
  treasury: hash({ tos_acceptance: DECLARATION }),
})
