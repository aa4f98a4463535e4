import { PLATFORM } from '../core/ids.ts'
import { blankAccount, blankCompany, noRequirements } from './blank.ts'
import { OWN_CONTROLLER } from './controller.ts'
import type { Account } from './kinds.ts'

/** Where payouts of the platform go. */
const PLATFORM_BANK = {
  id: 'ba_1LocalPlatformBank000000',
  object: 'bank_account' as const,
  account: PLATFORM,
  account_holder_name: null,
  account_holder_type: null,
  account_type: null,
  available_payout_methods: ['standard' as const],
  bank_name: 'STRIPE TEST BANK',
  country: 'US',
  currency: 'usd',
  default_for_currency: true,
  fingerprint: 'LocalPlatformBan',
  last4: '6789',
  metadata: {},
  routing_number: '110000000',
  status: 'new',
}

/** The account that owns the keys: a complete one in the United States. */
export function platformAccount(): Account {
  const account = blankAccount('US', 'usd', 0, OWN_CONTROLLER)
  return {
    ...account,
    id: PLATFORM,
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    company: blankCompany('US'),
    details_submitted: true,
    external_accounts: {
      ...account.external_accounts,
      data: [PLATFORM_BANK],
      url: `/v1/accounts/${PLATFORM}/external_accounts`,
    },
    payouts_enabled: true,
    requirements: noRequirements(),
    settings: {
      ...account.settings,
      dashboard: { display_name: 'Local platform', timezone: 'Etc/UTC' },
      payments: { ...account.settings.payments, statement_descriptor: 'LOCAL PLATFORM' },
      card_payments: { ...account.settings.card_payments, statement_descriptor_prefix: 'LOCAL' },
    },
    type: 'standard',
  }
}
