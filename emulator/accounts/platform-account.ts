import { PLATFORM } from '../core/ids.ts'
import { blankAccount, blankCompany, noRequirements } from './blank.ts'
import { OWN_CONTROLLER } from './controller.ts'
import type { Account } from './kinds.ts'

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
    external_accounts: { ...account.external_accounts, url: `/v1/accounts/${PLATFORM}/external_accounts` },
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
