import { reachableAccount } from '../accounts/own-account.ts'
import { badParameter } from '../core/errors.ts'
import type { FormFields } from '../core/form.ts'
import { randomText } from '../core/ids.ts'
import { boolean, required, type Spec, text } from '../core/params.ts'
import { type Route, route } from '../core/route.ts'

/** The components that a session may open, with their features (docs.stripe.com/api/account_sessions). */
const COMPONENTS: Record<string, string> = {
  account_management: 'disable_stripe_user_authentication external_account_collection',
  account_onboarding: 'disable_stripe_user_authentication external_account_collection',
  balance_report: '',
  balances:
    'disable_stripe_user_authentication edit_payout_schedule external_account_collection instant_payouts standard_payouts',
  disputes_list:
    'capture_payments destination_on_behalf_of_charge_management dispute_management refund_management smart_disputes_management',
  documents: '',
  financial_account:
    'disable_stripe_user_authentication external_account_collection send_money transfer_balance',
  financial_account_transactions: 'card_spend_dispute_management',
  instant_payouts_promotion: 'disable_stripe_user_authentication external_account_collection instant_payouts',
  issuing_card:
    'card_management card_spend_dispute_management cardholder_management spend_control_management',
  issuing_cards_list:
    'card_management card_spend_dispute_management cardholder_management disable_stripe_user_authentication spend_control_management',
  notification_banner: 'disable_stripe_user_authentication external_account_collection',
  payment_details:
    'capture_payments destination_on_behalf_of_charge_management dispute_management refund_management smart_disputes_management',
  payment_disputes:
    'destination_on_behalf_of_charge_management dispute_management refund_management smart_disputes_management',
  payment_method_settings: 'disable_stripe_user_authentication',
  payments:
    'capture_payments destination_on_behalf_of_charge_management dispute_management refund_management smart_disputes_management',
  payout_details: '',
  payout_reconciliation_report: '',
  payouts:
    'disable_stripe_user_authentication edit_payout_schedule external_account_collection instant_payouts standard_payouts',
  payouts_list: '',
  reporting_chart: '',
  tax_registrations: '',
  tax_settings: '',
  terminal_hardware_orders: '',
  terminal_hardware_shop: '',
}

interface Component {
  enabled: boolean
  features: Record<string, boolean>
}

function componentOf(name: string, sent: FormFields | undefined): Component {
  const features = (sent?.features ?? {}) as FormFields
  const given = (feature: string) => {
    const value = features[feature]
    return value === undefined ? false : boolean.read(value, `components[${name}][features][${feature}]`)
  }
  const enabled =
    sent?.enabled === undefined ? false : boolean.read(sent.enabled, `components[${name}][enabled]`)
  const listed = (COMPONENTS[name]?.match(/\w+/g) ?? []).map(feature => [feature, given(feature)] as const)
  return { enabled, features: Object.fromEntries(listed) }
}

/** Which components are opened, every one of them listed in the answer. */
const OPENED: Spec<Record<string, Component>> = {
  read(value, path) {
    if (typeof value === 'string' || Array.isArray(value))
      throw badParameter('Invalid object', { param: path })
    const unknown = Object.keys(value).find(name => !Object.hasOwn(COMPONENTS, name))
    if (unknown !== undefined) {
      const param = `${path}[${unknown}]`
      throw badParameter(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
    }
    const names = Object.keys(COMPONENTS)
    return Object.fromEntries(
      names.map(name => [name, componentOf(name, value[name] as FormFields | undefined)]),
    )
  },
}

const FIELDS = { account: required(text), components: required(OPENED) }

/** docs.stripe.com/api/account_sessions: the secret by which a browser opens embedded components. */
export const accountSessionRoutes: Route[] = [
  route('POST', '/v1/account_sessions', { params: FIELDS }, ctx => {
    const { tx, params } = ctx
    const account = reachableAccount(ctx, params.account)
    const secret = `${account.id}_secret_${randomText(24)}`
    return {
      object: 'account_session',
      account: account.id,
      client_secret: secret,
      components: params.components,
      expires_at: tx.now + 3600,
      livemode: false,
    }
  }),
]
