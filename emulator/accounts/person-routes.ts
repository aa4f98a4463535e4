import { invalid } from '../core/errors.ts'
import { LIST_PARAMS, listPage } from '../core/list.ts'
import { boolean, hash, readParams, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import { emit } from '../events/emit.ts'
import { spendToken } from '../tokens/spend.ts'
import { applyPerson, namesOf, type SentPerson } from './apply-person.ts'
import { blankPerson } from './blank.ts'
import { editVerification, type Person } from './kinds.ts'
import { partOf, reachableAccount } from './own-account.ts'
import { PERSON_FIELDS } from './person-fields.ts'
import { personPrefix } from './person-needs.ts'
import { refreshAccount } from './refresh.ts'

const BASE = '/v1/accounts/:id/persons'
const ROLES = hash({
  authorizer: boolean,
  director: boolean,
  executive: boolean,
  legal_guardian: boolean,
  owner: boolean,
  representative: boolean,
})
type Role = 'authorizer' | 'director' | 'executive' | 'legal_guardian' | 'owner' | 'representative'
const FIELDS = { ...PERSON_FIELDS, person_token: text }

function withToken(tx: Ctx['tx'], sent: SentPerson & { person_token?: string | undefined }): SentPerson {
  const { person_token: id, ...rest } = sent
  if (id === undefined) return rest
  const token = spendToken(tx, id, 'person', 'person_token')
  return { ...rest, ...readParams(PERSON_FIELDS, tx.get('_token_fields', token.id), 'person') }
}

function changePerson(ctx: Ctx<typeof FIELDS>, person: Person): Person {
  const { tx, id } = ctx
  const owner = reachableAccount(ctx, id)
  const { param } = namesOf('')
  applyPerson(tx, person, withToken(tx, ctx.params), { prefix: personPrefix(owner, person), param })
  refreshAccount(tx, id)
  return tx.get('person', person.id)
}

/** docs.stripe.com/api/persons */
export const personRoutes: Route[] = [
  route('POST', BASE, { params: FIELDS }, ctx => {
    const owner = reachableAccount(ctx, ctx.id)
    if (owner.business_type === 'individual') {
      throw invalid(
        'You cannot create additional persons on an account whose business type is individual.',
        {},
      )
    }
    const person = blankPerson(ctx.id, owner.country, ctx.tx.now)
    Object.assign(person.relationship ?? {}, { representative: false })
    return changePerson(ctx, ctx.tx.put('person', person.id, person, ctx.id))
  }),
  route('GET', BASE, { params: { ...LIST_PARAMS, relationship: ROLES } }, ctx => {
    reachableAccount(ctx, ctx.id)
    const asked = Object.entries(ctx.params.relationship ?? {}) as [Role, boolean | undefined][]
    const where = ({ relationship }: Person) =>
      asked.every(([role, wanted]) => wanted === undefined || (relationship?.[role] ?? false) === wanted)
    return listPage({ ...ctx, account: ctx.id }, 'person', { where })
  }),
  route('GET', `${BASE}/:person`, {}, ({ tx, id, account, path }) => {
    reachableAccount({ tx, account }, id)
    return partOf({ tx }, 'person', path.person ?? '', id)
  }),
  route('POST', `${BASE}/:person`, { params: FIELDS }, ctx => {
    const { id } = partOf(ctx, 'person', ctx.path.person ?? '', ctx.id)
    return changePerson(ctx, ctx.tx.edit('person', id))
  }),
  route('DELETE', `${BASE}/:person`, {}, ({ tx, id, account, path }) => {
    const owner = reachableAccount({ tx, account }, id)
    const person = partOf({ tx }, 'person', path.person ?? '', id)
    if (owner.business_type === 'individual') {
      throw invalid('You cannot delete the person of an account whose business type is individual.', {})
    }
    const { checks } = editVerification(tx, id)
    for (const key of Object.keys(checks)) if (key.startsWith(`${person.id}.`)) delete checks[key]
    tx.remove('person', person.id)
    emit(tx, 'person.deleted', person, id)
    refreshAccount(tx, id)
    return { id: person.id, object: 'person', deleted: true }
  }),
]
