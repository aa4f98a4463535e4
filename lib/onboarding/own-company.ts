import { fail, ok, type Result } from '../result.ts'
import type { AccountSnapshot, CompanySnapshot } from '../stripe/account-snapshot.ts'
import { retrieveAccount } from '../stripe/accounts.ts'
import type { Actor } from '../users/model.ts'
import { type OpenAccount, ownAccount } from './own-account.ts'

/** The actor's own account with what Stripe holds of their company and its people at this moment. */
export type OwnCompany = {
  account: OpenAccount
  company: CompanySnapshot
  people: AccountSnapshot['people']
  requirements: AccountSnapshot['requirements']
}

/** Authorization of every command about a company: whatever it changes belongs to the row found here. */
export async function ownCompany(
  actor: Actor,
): Promise<Result<OwnCompany, 'account_not_open' | 'stripe_unavailable' | 'not_a_company'>> {
  const own = await ownAccount(actor)
  if (!own.ok) return own
  const held = await retrieveAccount(own.value.stripeAccountId)
  if (!held.ok) return fail('stripe_unavailable')
  const { company, people, requirements } = held.value
  return company ? ok({ account: own.value, company, people, requirements }) : fail('not_a_company')
}
