import { invalid } from '../core/errors.ts'
import type { Kinds } from '../core/kinds.ts'

/**
 * An account that is to receive a transfer has to be allowed to. One with a Stripe dashboard of its own is, unless it asked for the
 * capability and does not have it yet.
 * @throws StripeError 400 `insufficient_capabilities_for_transfer`.
 */
export function requireReceiver({ capabilities, type }: Kinds['account']): void {
  const transfers = capabilities?.transfers
  if (transfers === 'active' || capabilities?.legacy_payments === 'active') return
  if (type === 'standard' && transfers === undefined) return
  throw invalid(
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    { code: 'insufficient_capabilities_for_transfer' },
  )
}
