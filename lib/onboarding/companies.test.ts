import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arrangeCompany,
  arrangeCompanyDetails,
  companyDetails,
  companyPerson,
} from '../demo/arrange-company.ts'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '../demo/arrange-contractor.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { createTestBankToken } from '../stripe/test-mode.ts'
import { company, person, platformFor, viewOf } from '../testing/companies.ts'
import { inWords } from '../testing/in-words.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { acceptTerms } from './accept-terms.ts'
import { addBankAccount } from './add-bank-account.ts'
import { chooseBusinessType } from './choose-business-type.ts'
import { savePerson } from './save-person.ts'
import { confirmPeople, submitCompany } from './submit-company.ts'

beforeAll(async () => {
  await startLocalStripe()
})

const stepOf = async (actor: Actor, id: string) => (await viewOf(actor)).steps.find(step => step.id === id)

const SOME_COUNTRIES = ['US', 'CA', 'GB', 'DE', 'FR', 'PL', 'CH', 'SE', 'AU'] as const

describe.each(SOME_COUNTRIES)('a company in %s', country => {
  afterAll(() => platformFor('US'))

  test('is asked for itself and its people, and is payable when all is given', async () => {
    await platformFor(country)
    const actor = await arrangeCompany(person(), country)
    const opened = await viewOf(actor)
    expect(opened.steps.map(({ id, state }) => [id, state])).toEqual([
      ['terms', 'todo'],
      ['company', 'todo'],
      ['people', 'todo'],
      ['bank', 'todo'],
      ['identity', 'todo'],
      ['additional', 'todo'],
    ])
    const roles = opened.asksForRoles.map(({ role }) => role)
    expect(roles).toContain('owner')
    expect(roles.includes('director')).toBe(country !== 'US')
    expectOk(await acceptTerms(actor), 'accept the terms')
    const bankToken = expectOk(await createTestBankToken(country, 'Harbour Works'), 'make a bank token')
    expectOk(await addBankAccount(actor, { bankToken }), 'add a bank account')
    await arrangeCompanyDetails(actor, country)
    await advanceClock(60)
    const given = await viewOf(actor)
    expect(given.toDo.now.filter(({ step }) => step === 'company' || step === 'people')).toEqual([])
    expect(given.asksForRoles.every(({ isConfirmed }) => isConfirmed)).toBe(true)
    expect(given).toMatchObject({ payable: false, missingDocuments: ['identity', 'additional'] })
    await arrangeDocuments(actor)
    await advanceClock(60)
    await untilPayable(actor)
    expect(await viewOf(actor)).toMatchObject({
      standing: 'verified',
      businessType: 'company',
      payable: true,
    })
  })
})

describe('who is paid', () => {
  test('can be changed while nothing is said of them, and not after', async () => {
    const actor = await company()
    expect(await viewOf(actor)).toMatchObject({ businessType: 'company', typeIsOpen: true })
    expect(await chooseBusinessType(actor, { businessType: 'individual' })).toMatchObject({ ok: true })
    expect(await viewOf(actor)).toMatchObject({ businessType: 'individual', typeIsOpen: true })
    await chooseBusinessType(actor, { businessType: 'company' })
    await submitCompany(actor, companyDetails('US'))
    expect((await viewOf(actor)).typeIsOpen).toBe(false)
    expect(await chooseBusinessType(actor, { businessType: 'individual' })).toEqual({
      ok: false,
      error: 'type_fixed',
    })
  })

  test('a person who has given details has no company to describe', async () => {
    const actor = await arrangeContractor(person())
    await arrangeDetails(actor)
    expect(await chooseBusinessType(actor, { businessType: 'company' })).toMatchObject({
      error: 'type_fixed',
    })
    expect(await submitCompany(actor, companyDetails('US'))).toMatchObject({ error: 'not_a_company' })
    expect(await savePerson(actor, companyPerson('US'))).toMatchObject({ error: 'not_a_company' })
    expect(await confirmPeople({ ...actor, role: 'EMPLOYER' })).toMatchObject({ error: 'account_not_open' })
  })
})

test('a company’s number that does not match is refused in words, at its step', async () => {
  const actor = await company()
  await submitCompany(actor, { ...companyDetails('US'), taxId: '111111111' })
  await advanceClock(60)
  expect(inWords(await stepOf(actor, 'company'))).toMatchObject({
    state: 'rejected',
    problems: [{ problem: 'The tax number does not match your name.' }],
  })
})
