import { fail, ok, type Result } from '../result.ts'
import type { CompanySnapshot } from '../stripe/account-snapshot.ts'
import { type CompanyChanges, sendCompanyChanges } from '../stripe/companies.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { Actor } from '../users/model.ts'
import { type CompanyErrorCode, companyRefusal, type SubmitCompanyInput } from './company-input.ts'
import { rolesAsked } from './company-view.ts'
import { needsState } from './details-input.ts'
import { nextUpdate } from './next-update.ts'
import type { OpenAccount } from './own-account.ts'
import { ownCompany } from './own-company.ts'
import { sameAddress, samePhone } from './person-changes.ts'
import { recordAccount } from './record-account.ts'

function changesOf(held: CompanySnapshot, input: SubmitCompanyInput, country: string): CompanyChanges {
  const { line1, line2, city, postalCode } = input
  const address = { line1, line2, city, state: needsState(country) ? input.state : '', postalCode, country }
  const changes: CompanyChanges = {}
  if (held.name !== input.name) changes.name = input.name
  if (!samePhone(held.phone, input.phone)) changes.phone = input.phone
  if (!sameAddress(held, address)) changes.address = address
  if (input.taxId) changes.taxId = input.taxId
  return changes
}

/** Sends what differs, if anything, and notes which fields it was; then reads the account again. */
async function sendChanges(
  actor: Actor,
  account: OpenAccount,
  changes: CompanyChanges,
): Promise<Result<void, CompanyErrorCode>> {
  if (Object.keys(changes).length > 0) {
    const fields = Object.keys(changes)
    const updateCount = await nextUpdate(actor, account, 'company.submitted', { fields })
    const { id: connectedAccountId, stripeAccountId: accountId } = account
    const sent = await sendCompanyChanges({ accountId, connectedAccountId, updateCount, changes })
    if (!sent.ok)
      return fail(isDefinite(sent.error) ? companyRefusal(sent.error.param) : 'stripe_unavailable')
  }
  await recordAccount(account.stripeAccountId)
  return ok()
}

/** Gives Stripe the company's details, the changed ones only. Nothing of them is kept with us. */
export async function submitCompany(
  actor: Actor,
  input: SubmitCompanyInput,
): Promise<Result<void, CompanyErrorCode>> {
  const own = await ownCompany(actor)
  if (!own.ok) return own
  const { account, company } = own.value
  if (needsState(account.country) && !input.state) return fail('company_state_missing')
  return sendChanges(actor, account, changesOf(company, input, account.country))
}

/** Says that everybody is named whom Stripe asks for in this country: owners, directors, executives. */
export async function confirmPeople(actor: Actor): Promise<Result<void, CompanyErrorCode>> {
  const own = await ownCompany(actor)
  if (!own.ok) return own
  const { account, company, requirements } = own.value
  const open = rolesAsked(company, requirements).filter(({ isConfirmed }) => !isConfirmed)
  const provided = Object.fromEntries(open.map(({ role }) => [`${role}s`, true as const]))
  return sendChanges(actor, account, open.length > 0 ? { provided } : {})
}
