import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'
import { blankAccount, blankCompany, noRequirements } from './blank.ts'
import { OWN_CONTROLLER } from './controller.ts'
import type { Account } from './kinds.ts'
import { LEAST_DELAY, type PayoutSettings } from './payout-settings.ts'

declare module '../core/kinds.ts' {
  interface Kinds {
    /** How the platform is paid out, once it said so; by its id. */
    _platform_payouts: PayoutSettings
  }
}

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

/** How the platform is paid out. Its money stays until it is told otherwise: refunds and transfers are made of it. */
export function platformPayouts(tx: Tx): PayoutSettings {
  const untold: PayoutSettings = {
    debit_negative_balances: false,
    schedule: { delay_days: LEAST_DELAY, interval: 'manual' },
    statement_descriptor: null,
  }
  return tx.find('_platform_payouts', PLATFORM) ?? untold
}

/** The account that owns the keys: a complete one in the United States. */
export function platformAccount(tx: Tx): Account {
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
      payouts: platformPayouts(tx),
      card_payments: { ...account.settings.card_payments, statement_descriptor_prefix: 'LOCAL' },
    },
    type: 'standard',
  }
}
