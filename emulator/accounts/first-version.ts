import { invalid } from '../core/errors.ts'
import { PLATFORM } from '../core/ids.ts'
import type { Tx } from '../core/tx.ts'

declare module '../core/kinds.ts' {
  interface Kinds {
    /** What Stripe does not let this platform do; by its id. */
    _platform_limits: { opensFirstVersion: boolean }
  }
}

/** Lets the platform open accounts by `POST /v1/accounts`, or refuses it as Stripe does to new ones. */
export function allowFirstVersion(tx: Tx, isAllowed: boolean): void {
  tx.put('_platform_limits', PLATFORM, { opensFirstVersion: isAllowed }, PLATFORM)
}

/** @throws StripeError 400 where the platform has to open its accounts by the second version of the API. */
export function checkFirstVersion(tx: Tx): void {
  if (tx.find('_platform_limits', PLATFORM)?.opensFirstVersion ?? true) return
  throw invalid(
    "Stripe no longer recommends Accounts v1 for new Connect integrations. Create connected accounts with POST /v2/core/accounts instead: https://docs.stripe.com/api/v2/core/accounts. Read more about Accounts v2: https://docs.stripe.com/connect/accounts-v2/account-creation. If your integration requires v1 account creation for a supported compatibility scenario, enable Accounts v1 support in the Dashboard: https://dashboard.stripe.com/settings/features/feat_accounts_v1_support. For agent-based integrations, use Stripe's current best-practices skill: npx skills add stripe/ai.",
  )
}
