import type { Currency } from '../currencies.ts'
import { db } from '../db.ts'
import { getPayableAccount } from '../onboarding/payable.ts'
import { fail, ok, type Result } from '../result.ts'

/** Whether an order for a contractor can be placed in a currency: Stripe can pay them, and pays them in that one. */
export async function payableIn(
  contractorId: string,
  currency: Currency,
): Promise<Result<void, 'contractor_not_payable' | 'currency_not_payable'>> {
  const account = await getPayableAccount(db(), contractorId)
  if (!account) return fail('contractor_not_payable')
  return account.currency === currency ? ok() : fail('currency_not_payable')
}
