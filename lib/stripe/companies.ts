import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type AddressChanges, addressParams } from './person-params.ts'

/** What of a company is to be sent: only what is named. */
export type CompanyChanges = {
  name?: string
  phone?: string
  taxId?: string
  address?: AddressChanges
  /** That everybody with this part in the company is named. */
  provided?: Partial<Record<'owners' | 'directors' | 'executives', true>>
}

/** `updateCount` is the account's row's, raised before the call, so that each sending has its own key. */
export function sendCompanyChanges(input: {
  accountId: string
  connectedAccountId: string
  updateCount: number
  changes: CompanyChanges
}): Promise<Result<void, StripeFailure>> {
  const { name, phone, taxId, address, provided } = input.changes
  const company = {
    name,
    phone,
    tax_id: taxId,
    address: address && addressParams(address),
    owners_provided: provided?.owners,
    directors_provided: provided?.directors,
    executives_provided: provided?.executives,
  }
  const idempotencyKey = `company:${input.connectedAccountId}:${input.updateCount}`
  return callStripe(async () => {
    await stripe().accounts.update(input.accountId, { company }, { idempotencyKey })
  })
}
