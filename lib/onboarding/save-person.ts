import { fail, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import type { CompanyPersonSnapshot } from '../stripe/person-snapshot.ts'
import { type Relationship, removePerson as removeAtStripe, updatePerson } from '../stripe/persons.ts'
import type { Actor } from '../users/model.ts'
import { detailsRefusal, needsState } from './details-input.ts'
import { findPersonRow, namePerson } from './name-person.ts'
import { nextUpdate } from './next-update.ts'
import { type OwnCompany, ownCompany } from './own-company.ts'
import { changesOf } from './person-changes.ts'
import type { PersonErrorCode, SavePersonInput } from './person-input.ts'
import { recordAccount } from './record-account.ts'

type Answer = Result<void, PersonErrorCode>

function refusalOf(failure: StripeFailure): PersonErrorCode {
  return isDefinite(failure) ? detailsRefusal(failure.param) : 'stripe_unavailable'
}

function relationshipOf(input: SavePersonInput): Relationship {
  const { representative, owner, director, executive } = input
  return {
    roles: { representative, owner, director, executive },
    title: input.title || undefined,
    percentOwnership: owner ? (input.percentOwnership ?? undefined) : undefined,
  }
}

async function update(
  actor: Actor,
  { account }: OwnCompany,
  person: CompanyPersonSnapshot,
  input: SavePersonInput,
): Promise<Answer> {
  const changes = changesOf(person.details, input, account.country)
  const fields = [...Object.keys(changes), 'relationship']
  const updateCount = await nextUpdate(actor, account, 'person.submitted', { fields })
  const sent = await updatePerson({
    accountId: account.stripeAccountId,
    connectedAccountId: account.id,
    updateCount,
    stripePersonId: person.stripePersonId,
    changes,
    relationship: relationshipOf(input),
  })
  return sent.ok ? ok() : fail(refusalOf(sent.error))
}

async function save(actor: Actor, own: OwnCompany, input: SavePersonInput): Promise<Answer> {
  const isEmpty = ({ roles, details }: CompanyPersonSnapshot) => roles.representative && !details.firstName
  const known = input.stripePersonId
    ? own.people.find(person => person.stripePersonId === input.stripePersonId)
    : own.people.find(person => input.representative && isEmpty(person))
  if (known) return update(actor, own, known, input)
  if (input.stripePersonId) return fail('person_unknown')
  const named = await namePerson(actor, own, {
    requestKey: input.requestKey,
    changes: changesOf(null, input, own.account.country),
    relationship: relationshipOf(input),
  })
  if (!named.ok) return fail(refusalOf(named.error))
  return named.value.alreadyThere ? update(actor, own, named.value.alreadyThere, input) : ok()
}

/** Whether another person than the one of this form, or of its first sending, represents the company. */
async function isTaken({ account, people }: OwnCompany, input: SavePersonInput): Promise<boolean> {
  if (!input.representative) return false
  const row = await findPersonRow(account.id, input.requestKey)
  // A person without a name is an empty place that Stripe keeps for whoever represents the company.
  return people.some(
    ({ roles, details, stripePersonId, personId }) =>
      roles.representative &&
      details.firstName !== null &&
      stripePersonId !== input.stripePersonId &&
      (row === null || personId !== row.id),
  )
}

/**
 * Names somebody of the company to Stripe, or says more of somebody named. The same form twice names nobody twice. Nothing of
 * them is kept with us.
 */
export async function savePerson(actor: Actor, input: SavePersonInput): Promise<Answer> {
  const own = await ownCompany(actor)
  if (!own.ok) return own
  const { account } = own.value
  if (input.line1 && needsState(account.country) && !input.state) return fail('state_missing')
  if (await isTaken(own.value, input)) return fail('representative_taken')
  const saved = await save(actor, own.value, input)
  await recordAccount(account.stripeAccountId)
  return saved
}

/** Takes somebody from the company. Gone already is gone. */
export async function removePerson(actor: Actor, input: { stripePersonId: string }): Promise<Answer> {
  const own = await ownCompany(actor)
  if (!own.ok) return own
  const { account, people } = own.value
  const person = people.find(({ stripePersonId }) => stripePersonId === input.stripePersonId)
  if (person?.roles.representative) return fail('representative_stays')
  if (person) {
    await nextUpdate(actor, account, 'person.submitted', { removed: input.stripePersonId })
    const removed = await removeAtStripe(account.stripeAccountId, input.stripePersonId)
    if (!removed.ok) return fail(refusalOf(removed.error))
  }
  await recordAccount(account.stripeAccountId)
  return ok()
}
