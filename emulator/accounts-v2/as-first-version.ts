import type { CREATE_FIELDS as FIRST_VERSION } from '../accounts/fields.ts'
import { badParameter } from '../core/errors.ts'
import type { Params } from '../core/params.ts'
import type { CREATE_FIELDS, UPDATE_FIELDS } from './fields.ts'

type Sent = Params<typeof UPDATE_FIELDS>
type Opening = Params<typeof CREATE_FIELDS>
type FirstVersion = Params<typeof FIRST_VERSION>

function capabilitiesOf({ configuration }: Sent): FirstVersion['capabilities'] {
  const wishes = {
    card_payments: configuration?.merchant?.capabilities?.card_payments,
    transfers: configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers,
  }
  const named = Object.entries(wishes).flatMap(([name, wish]) => (wish ? [[name, wish] as const] : []))
  return named.length > 0 ? Object.fromEntries(named) : undefined
}

function profileOf({ configuration, defaults, display_name: name }: Sent): FirstVersion['business_profile'] {
  const { business_url: url, doing_business_as, product_description } = defaults?.profile ?? {}
  const profile = {
    mcc: configuration?.merchant?.mcc,
    name: doing_business_as ?? name,
    product_description,
    url: url ?? undefined,
  }
  const sent = Object.entries(profile).filter(([, value]) => value !== undefined)
  return sent.length > 0 ? (Object.fromEntries(sent) as FirstVersion['business_profile']) : undefined
}

function termsOf({ identity }: Sent): FirstVersion['tos_acceptance'] {
  const accepted = identity?.attestations?.terms_of_service?.account
  if (!accepted) return undefined
  const milliseconds = Date.parse(accepted.date)
  const param = 'identity.attestations.terms_of_service.account.date'
  if (Number.isNaN(milliseconds)) throw badParameter('Invalid timestamp', { param })
  const { ip, user_agent } = accepted
  return { date: Math.floor(milliseconds / 1000), ip, user_agent, service_agreement: undefined }
}

function individualOf({ identity }: Sent): Record<string, unknown> | undefined {
  if (!identity?.individual) return undefined
  const { given_name, surname, date_of_birth, address, email, phone } = identity.individual
  const person = { first_name: given_name, last_name: surname, dob: date_of_birth, address, email, phone }
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined))
}

/** What a request says about an account that is there or that is made, in the words of the first version. */
export function asUpdate(sent: Sent): FirstVersion {
  const said = {
    business_profile: profileOf(sent),
    business_type: sent.identity?.entity_type,
    capabilities: capabilitiesOf(sent),
    default_currency: sent.defaults?.currency,
    email: sent.contact_email,
    individual: individualOf(sent),
    metadata: sent.metadata,
    tos_acceptance: termsOf(sent),
  }
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as unknown as FirstVersion
}

/**
 * What opens an account, in the words of the first version: who answers for it follows from the responsibilities and the dashboard
 * (docs.stripe.com/connect/accounts-v2/connected-account-configuration).
 * @throws StripeError 400 where what every such account needs is not said.
 */
export function asCreation(sent: Opening): FirstVersion {
  const { configuration, contact_email, defaults, identity, dashboard = 'full' } = sent
  if (!identity?.country)
    throw badParameter('identity.country is required to create an account.', { param: 'identity.country' })
  if (!contact_email && (configuration?.merchant || configuration?.recipient)) {
    const message = 'contact_email is required for an account with a merchant or recipient configuration.'
    throw badParameter(message, { param: 'contact_email' })
  }
  const { fees_collector, losses_collector } = defaults?.responsibilities ?? {}
  if (configuration?.merchant && !(fees_collector && losses_collector)) {
    const message = 'defaults.responsibilities is required for an account with a merchant configuration.'
    throw badParameter(message, { param: 'defaults.responsibilities' })
  }
  if (losses_collector === 'application' && fees_collector !== 'application') {
    const message = 'If losses_collector is application, fees_collector must be application too.'
    throw badParameter(message, { param: 'defaults.responsibilities.fees_collector' })
  }
  const collects = losses_collector === 'application' && dashboard === 'none'
  return {
    ...asUpdate(sent),
    country: identity.country,
    controller: {
      fees: { payer: fees_collector === 'application' ? 'application' : 'account' },
      losses: { payments: losses_collector ?? 'stripe' },
      requirement_collection: collects ? 'application' : 'stripe',
      stripe_dashboard: { type: dashboard },
    },
  }
}
