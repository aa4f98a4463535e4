import { randomBytes } from 'node:crypto'
import { db } from '../../db.ts'
import { arrangeCompany, companyDetails, companyPerson } from '../../demo/arrange-company.ts'
import { arrangeContractor } from '../../demo/arrange-contractor.ts'
import { chooseBusinessType } from '../../onboarding/choose-business-type.ts'
import type { SavePersonInput } from '../../onboarding/person-input.ts'
import { savePerson } from '../../onboarding/save-person.ts'
import { confirmPeople, submitCompany } from '../../onboarding/submit-company.ts'
import type { Actor } from '../../users/model.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Operation } from './operation.ts'

type OfContractor = { actor: Actor }

const person = () => ({
  displayName: 'Hanna Harbour',
  email: `${randomBytes(6).toString('hex')}@example.com`,
  password: 'correct horse battery staple',
})

const company = async (): Promise<OfContractor> => ({ actor: await arrangeCompany(person(), 'GB') })

type Account = {
  business_type: string
  company: { name: string | null; owners_provided: boolean; directors_provided: boolean }
}

const rowOf = (actor: Actor) => db().connectedAccount.findFirstOrThrow({ where: { userId: actor.userId } })

async function accountOf(actor: Actor): Promise<Account> {
  return atStripe<Account>(`accounts/${(await rowOf(actor)).stripeAccountId}`)
}

const choose: Operation<OfContractor> = {
  name: 'choose that a company is paid',
  arrange: async () => ({ actor: await arrangeContractor(person()) }),
  run: ({ actor }) => chooseBusinessType(actor, { businessType: 'company' }),
  state: async ({ actor }) =>
    `${(await rowOf(actor)).businessType}, at Stripe ${(await accountOf(actor)).business_type}`,
  before: 'individual, at Stripe individual',
  after: 'company, at Stripe company',
  isCompletedByEvents: true,
}

const details: Operation<OfContractor> = {
  name: 'send a company’s details',
  arrange: company,
  run: ({ actor }) => submitCompany(actor, companyDetails('GB')),
  state: async ({ actor }) => ((await accountOf(actor)).company.name ? 'sent' : 'not sent'),
  before: 'not sent',
  after: 'sent',
}

const owner: Operation<OfContractor & { input: SavePersonInput }> = {
  name: 'name an owner of a company',
  arrange: async () => {
    const input = companyPerson('GB', { representative: false, firstName: 'Olive' })
    return { ...(await company()), input }
  },
  run: ({ actor, input }) => savePerson(actor, input),
  state: async ({ actor }) => {
    const { id, stripeAccountId } = await rowOf(actor)
    const path = `accounts/${stripeAccountId}/persons`
    const { data } = await atStripe<Listed<{ id: string; first_name: string | null }>>(path)
    const there = data.filter(one => one.first_name === 'Olive').map(one => one.id)
    const known = await db().person.count({
      where: { connectedAccountId: id, stripePersonId: { in: there } },
    })
    return `${there.length} at Stripe, ${known} of them known`
  },
  before: '0 at Stripe, 0 of them known',
  after: '1 at Stripe, 1 of them known',
}

const confirm: Operation<OfContractor> = {
  name: 'say that everybody of a company is named',
  arrange: company,
  run: ({ actor }) => confirmPeople(actor),
  state: async ({ actor }) => {
    const { owners_provided: owners, directors_provided: directors } = (await accountOf(actor)).company
    return `owners ${owners}, directors ${directors}`
  },
  before: 'owners false, directors false',
  after: 'owners true, directors true',
}

export const COMPANY_OPERATIONS = [choose, details, owner, confirm]
