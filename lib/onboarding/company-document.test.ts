import { beforeAll, describe, expect, test } from 'vitest'
import { arrangeCompanyDetails, companyDetails } from '../demo/arrange-company.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { company, viewOf } from '../testing/companies.ts'
import { atStripe } from '../testing/faults/at-stripe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock } from '../testing/marketplace.ts'
import { photo, refusal, rowsOf } from '../testing/onboarding-documents.ts'
import type { Actor } from '../users/model.ts'
import { type SubmitDocumentInput, submitDocumentInput } from './document-input-model.ts'
import { ownAccount } from './own-account.ts'
import { submitCompany } from './submit-company.ts'

beforeAll(async () => {
  await startLocalStripe()
})

/** A number that no register knows, in Stripe's test mode. */
const UNKNOWN_NUMBER = '111111111'

const ofCompany = (requestKey = newRequestKey()): SubmitDocumentInput => ({
  requestKey,
  kind: 'company',
  type: 'company_document',
  side: 'front',
})

async function unconfirmed(): Promise<Actor> {
  const actor = await company()
  await arrangeCompanyDetails(actor, 'US')
  expectOk(await submitCompany(actor, { ...companyDetails('US'), taxId: UNKNOWN_NUMBER }), 'give its number')
  await advanceClock(60)
  return actor
}

async function kept(actor: Actor) {
  const account = expectOk(await ownAccount(actor), 'read the account')
  return atStripe<{ company: { verification: { document: { front: string | null } } } }>(
    `accounts/${account.stripeAccountId}`,
  )
}

describe('the document of a company', () => {
  test('is asked for when Stripe does not know its number, and then stands at the company', async () => {
    const actor = await unconfirmed()
    const asked = await viewOf(actor)
    expect(asked.companyDocument).toMatchObject({ triesLeft: 10, rejected: [], unfinished: null })
    expect(asked.steps.find(({ id }) => id === 'company')?.state).toBe('rejected')

    expect(await refusal(actor, ofCompany(), await photo('expired'))).toBe('taken')
    expect((await viewOf(actor)).companyDocument).toBeNull()
    expect(await refusal(actor, ofCompany(), await photo())).toBe('not_needed')
    await advanceClock(3600)
    expect((await viewOf(actor)).companyDocument).toMatchObject({ triesLeft: 9 })

    const extract = Buffer.from('%PDF-1.4\nExtract of the register\n%%EOF')
    expect(await refusal(actor, ofCompany(), extract)).toBe('taken')
    await advanceClock(3600)
    const done = await viewOf(actor)
    expect(done.companyDocument).toBeNull()
    expect(done.steps.find(({ id }) => id === 'company')?.state).toBe('done')
    const { stripeFileId, kind } = (await rowsOf(actor)).at(-1) ?? {}
    expect(kind).toBe('company')
    expect((await kept(actor)).company.verification.document.front).toBe(stripeFileId)
    // The documents of whoever represents the company are other ones, and still to be given.
    expect(done.missingDocuments).toEqual(['identity', 'additional'])
    expect(await refusal(actor, ofCompany(), await photo())).toBe('not_needed')
  })

  test('is not taken of a company that Stripe believes, nor as anybody’s own', async () => {
    const actor = await company()
    await arrangeCompanyDetails(actor, 'US')
    await advanceClock(60)
    expect((await viewOf(actor)).companyDocument).toBeNull()
    expect(await refusal(actor, ofCompany(), await photo())).toBe('not_needed')
    for (const wrong of [{ stripePersonId: 'person_1' }, { type: 'passport' }, { side: 'back' }])
      expect(submitDocumentInput.safeParse({ ...ofCompany(), ...wrong }).success, JSON.stringify(wrong)).toBe(
        false,
      )
    expect(submitDocumentInput.safeParse({ ...ofCompany(), kind: 'identity' }).success).toBe(false)
  })
})
