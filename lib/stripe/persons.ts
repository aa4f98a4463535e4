import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type PersonChanges, personParams } from './person-params.ts'
import { type CompanyPersonSnapshot, type CompanyRole, reshapeCompanyPerson } from './person-snapshot.ts'

type Answer = Promise<Result<CompanyPersonSnapshot, StripeFailure>>

/** What a person is in a company. `percentOwnership` is 0 to 100, of an owner. */
export type Relationship = {
  roles: Record<CompanyRole, boolean>
  title?: string | undefined
  percentOwnership?: number | undefined
}

/** Everybody whom a company has named. Throws Stripe's errors: for use inside `callStripe`. */
export async function listPersons(accountId: string): Promise<CompanyPersonSnapshot[]> {
  const people: CompanyPersonSnapshot[] = []
  for await (const person of stripe().accounts.listPersons(accountId, { limit: 100 })) {
    people.push(reshapeCompanyPerson(person))
  }
  return people
}

function relationshipParams({ roles, title, percentOwnership }: Relationship) {
  return { ...roles, title, percent_ownership: percentOwnership }
}

/** Names somebody to Stripe. The row's id is in the metadata and in the key: asking again names nobody twice. */
export function createPerson(input: {
  accountId: string
  personId: string
  changes: PersonChanges
  relationship: Relationship
}): Answer {
  const params: Stripe.AccountCreatePersonParams = {
    ...personParams(input.changes),
    relationship: relationshipParams(input.relationship),
    metadata: { person_id: input.personId },
  }
  const idempotencyKey = `person-create:${input.personId}:1`
  return callStripe(async () =>
    reshapeCompanyPerson(await stripe().accounts.createPerson(input.accountId, params, { idempotencyKey })),
  )
}

/** `updateCount` is the account's row's, raised before the call. */
export function updatePerson(input: {
  accountId: string
  connectedAccountId: string
  updateCount: number
  stripePersonId: string
  changes: PersonChanges
  relationship: Relationship
}): Answer {
  const { accountId, stripePersonId } = input
  const params = {
    ...personParams(input.changes),
    relationship: relationshipParams(input.relationship),
  }
  const idempotencyKey = `company-person:${input.connectedAccountId}:${input.updateCount}`
  return callStripe(async () =>
    reshapeCompanyPerson(
      await stripe().accounts.updatePerson(accountId, stripePersonId, params, { idempotencyKey }),
    ),
  )
}

/** Takes somebody from a company. Gone already is gone. */
export async function removePerson(
  accountId: string,
  stripePersonId: string,
): Promise<Result<void, StripeFailure>> {
  return callStripe(async () => {
    const people = await listPersons(accountId)
    if (!people.some(person => person.stripePersonId === stripePersonId)) return
    await stripe().accounts.deletePerson(accountId, stripePersonId)
  })
}
