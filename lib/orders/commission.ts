import type { Currency } from '../currencies.ts'
import { env } from '../env.ts'
import type { CommissionRate } from '../money.ts'

/** The commission that an order placed now in this currency would carry. Stored on the order, so a later change spares it. */
export function currentCommission(currency: Currency): CommissionRate {
  return { bps: env().COMMISSION_BPS, fixed: env().COMMISSION_FIXED.get(currency) ?? 0n }
}
