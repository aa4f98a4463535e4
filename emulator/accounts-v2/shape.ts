import type Stripe from 'stripe'
import type { Account } from '../accounts/kinds.ts'
import type { Params } from '../core/params.ts'
import type { UPDATE_FIELDS } from './fields.ts'

type Shape = Stripe.V2.Core.Account
type Included = NonNullable<Params<typeof UPDATE_FIELDS>['include']>

const moment = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** What stands in the way of a capability; nothing where it is active. */
const WANTING = [{ code: 'requirements_past_due', resolution: 'provide_info' }] as const

function capability(state: string | undefined) {
  if (state === 'active') return { status: 'active' as const, status_details: [] }
  if (state === 'pending') {
    const details = [
      { code: 'requirements_pending_verification' as const, resolution: 'no_resolution' as const },
    ]
    return { status: 'pending' as const, status_details: details }
  }
  return { status: 'restricted' as const, status_details: [...WANTING] }
}

function configurationOf(account: Account, included: Included): Shape['configuration'] {
  const { capabilities, business_profile: profile } = account
  const payouts = capability(account.payouts_enabled ? 'active' : 'inactive')
  const merchant = {
    applied: capabilities.card_payments !== undefined,
    capabilities: {
      ...(capabilities.card_payments ? { card_payments: capability(capabilities.card_payments) } : {}),
      stripe_balance: { payouts },
    },
    ...(profile.mcc ? { mcc: profile.mcc } : {}),
  }
  const transfers = capabilities.transfers
  const recipient = {
    applied: transfers !== undefined,
    capabilities: {
      stripe_balance: { payouts, ...(transfers ? { stripe_transfers: capability(transfers) } : {}) },
    },
  }
  return {
    ...(included.includes('configuration.merchant') ? { merchant } : {}),
    ...(included.includes('configuration.recipient') ? { recipient } : {}),
  }
}

function defaultsOf({ business_profile: profile, controller, default_currency }: Account): Shape['defaults'] {
  const { url, name, product_description } = profile
  return {
    currency: default_currency,
    profile: {
      ...(url ? { business_url: url } : {}),
      ...(name ? { doing_business_as: name } : {}),
      ...(product_description ? { product_description } : {}),
    },
    responsibilities: {
      fees_collector: controller.fees?.payer === 'account' ? 'stripe' : 'application',
      losses_collector: controller.losses?.payments ?? 'stripe',
      requirements_collector: controller.requirement_collection ?? 'stripe',
    },
  }
}

/** An account in the shape of the second version, whichever version opened it. Who the person is, only the first version tells here. */
export function shapeOf(account: Account, included: Included = []): Shape {
  const { id, business_type, business_profile, capabilities, controller, country, created, email } = account
  const applied = [
    ...(capabilities.card_payments ? ['merchant' as const] : []),
    ...(capabilities.transfers ? ['recipient' as const] : []),
  ]
  const wantsConfiguration = included.some(part => part.startsWith('configuration'))
  return {
    ...{ id, object: 'v2.core.account', applied_configurations: applied, closed: false },
    ...{ created: moment(created ?? 0), livemode: false, metadata: account.metadata },
    ...(email ? { contact_email: email } : {}),
    dashboard: controller.stripe_dashboard?.type ?? 'none',
    ...(business_profile.name ? { display_name: business_profile.name } : {}),
    ...(wantsConfiguration ? { configuration: configurationOf(account, included) } : {}),
    ...(included.includes('defaults') ? { defaults: defaultsOf(account) } : {}),
    ...(included.includes('identity')
      ? {
          identity: {
            country: country.toLowerCase(),
            ...(business_type ? { entity_type: business_type } : {}),
          },
        }
      : {}),
  }
}
