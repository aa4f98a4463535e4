import { ADDRESS } from '../accounts/person-fields.ts'
import { metadata } from '../core/metadata.ts'
import { boolean, clearableText, hash, integer, list, oneOf, required, text } from '../core/params.ts'

const REQUESTED = hash({ requested: required(boolean) })

/** Parts of an account that are left out of an answer unless they are asked for, as far as there are any here. */
export const INCLUDE = list(
  oneOf('configuration.merchant', 'configuration.recipient', 'defaults', 'identity'),
)

const CONFIGURATION = hash({
  merchant: hash({ capabilities: hash({ card_payments: REQUESTED }), mcc: text }),
  recipient: hash({ capabilities: hash({ stripe_balance: hash({ stripe_transfers: REQUESTED }) }) }),
})

const DEFAULTS = {
  currency: text,
  profile: hash({ business_url: clearableText, doing_business_as: text, product_description: text }),
}

/** Who collects fees and bears losses is said once. */
const RESPONSIBILITIES = hash({
  fees_collector: required(oneOf('application', 'stripe')),
  losses_collector: required(oneOf('application', 'stripe')),
})

const IDENTITY = {
  attestations: hash({
    terms_of_service: hash({
      account: hash({ date: required(text), ip: required(text), user_agent: text }),
    }),
  }),
  entity_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
  individual: hash({
    address: ADDRESS,
    date_of_birth: hash({ day: required(integer), month: required(integer), year: required(integer) }),
    email: text,
    given_name: text,
    phone: text,
    surname: text,
  }),
}

/** `POST /v2/core/accounts/:id`. */
export const UPDATE_FIELDS = {
  configuration: CONFIGURATION,
  contact_email: text,
  defaults: hash(DEFAULTS),
  display_name: text,
  identity: hash(IDENTITY),
  include: INCLUDE,
  metadata,
}

/** `POST /v2/core/accounts`. */
export const CREATE_FIELDS = {
  ...UPDATE_FIELDS,
  dashboard: oneOf('express', 'full', 'none'),
  defaults: hash({ ...DEFAULTS, responsibilities: RESPONSIBILITIES }),
  identity: hash({ ...IDENTITY, country: text }),
}
