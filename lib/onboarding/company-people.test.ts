import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeCompanyDetails, companyPerson } from '../demo/arrange-company.ts'
import { photo } from '../demo/arrange-contractor.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { company, viewOf } from '../testing/companies.ts'
import { inWords } from '../testing/in-words.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, duringOutage, OUTAGES } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { removePerson, savePerson } from './save-person.ts'
import { submitDocument } from './submit-document.ts'
import { syncAccountOf } from './sync-account.ts'

beforeAll(async () => {
  await startLocalStripe()
})

const namesIn = async (actor: Actor) => (await viewOf(actor)).people.map(({ name }) => name)

describe('people of a company', () => {
  test('are named, changed and taken away; their details stay out of our database', async () => {
    const actor = await company('DE')
    expectOk(await savePerson(actor, companyPerson('DE', { owner: false })), 'name the representative')
    const owner = { firstName: 'Otto', representative: false, director: false, executive: false, title: '' }
    expectOk(await savePerson(actor, companyPerson('DE', owner)), 'name an owner')
    expect((await namesIn(actor)).sort()).toEqual(['Ada Harbour', 'Otto Harbour'])
    const otto = (await viewOf(actor)).people.find(({ name }) => name.startsWith('Otto'))
    const stripePersonId = otto?.stripePersonId ?? ''
    expectOk(
      await savePerson(actor, companyPerson('DE', { ...owner, stripePersonId, city: 'Kiel' })),
      'change them',
    )
    expect((await viewOf(actor)).people.find(({ name }) => name.startsWith('Otto'))?.details.city).toBe(
      'Kiel',
    )
    const kept = JSON.stringify(await db().person.findMany({ where: { account: { userId: actor.userId } } }))
    for (const secret of ['Otto', 'Kiel', '1901']) expect(kept).not.toContain(secret)
    expectOk(await removePerson(actor, { stripePersonId }), 'take them away')
    expectOk(await removePerson(actor, { stripePersonId }), 'take them away again')
    expect(await namesIn(actor)).toEqual(['Ada Harbour'])
  })

  test('one represents the company, and that one stays', async () => {
    const actor = await company()
    expectOk(await savePerson(actor, companyPerson('US')), 'name the representative')
    expect(await savePerson(actor, companyPerson('US', { firstName: 'Eve' }))).toMatchObject({
      error: 'representative_taken',
    })
    const [ada] = (await viewOf(actor)).people
    expect(await removePerson(actor, { stripePersonId: ada?.stripePersonId ?? '' })).toMatchObject({
      error: 'representative_stays',
    })
    const unknown = companyPerson('US', { stripePersonId: 'person_nobody', representative: false })
    expect(await savePerson(actor, unknown)).toMatchObject({ error: 'person_unknown' })
  })

  test.each(OUTAGES)('the same form after %s names nobody twice, also with another name', async outage => {
    const actor = await company('GB')
    expectOk(await savePerson(actor, companyPerson('GB')), 'name the representative')
    const requestKey = newRequestKey()
    const owner = companyPerson('GB', { requestKey, representative: false, firstName: 'Olive' })
    const lost = await duringOutage(outage, '/v1/accounts/:id/persons', () => savePerson(actor, owner))
    expect(lost).toEqual({ ok: false, error: 'stripe_unavailable' })
    expectOk(await savePerson(actor, { ...owner, firstName: 'Olivia' }).then(retried => retried), 'again')
    expectOk(await savePerson(actor, { ...owner, firstName: 'Olivia' }), 'and once more')
    expect((await namesIn(actor)).sort()).toEqual(['Ada Harbour', 'Olivia Harbour'])
  })

  test('somebody whom Stripe cannot confirm is asked for documents, which are theirs and nobody else’s', async () => {
    const actor = await company('DE')
    await arrangeCompanyDetails(actor, 'DE')
    const stranger = { representative: false, firstName: 'Olaf', dobYear: 1980, line1: 'Hafenstr. 1' }
    expectOk(await savePerson(actor, companyPerson('DE', stranger)), 'name an owner')
    await advanceClock(60)
    const olaf = async () => (await viewOf(actor)).people.find(({ name }) => name.startsWith('Olaf'))
    const before = await olaf()
    expect(before?.documents.map(({ kind }) => kind)).toEqual(['identity', 'additional'])
    const stripePersonId = before?.stripePersonId ?? ''
    const send = (kind: 'identity' | 'additional', bytes: Uint8Array, whose = stripePersonId) => {
      const type = kind === 'identity' ? 'passport' : 'proof_of_address'
      const input = { requestKey: newRequestKey(), kind, type, side: 'front', stripePersonId: whose } as const
      return submitDocument(actor, input, new Blob([new Uint8Array(bytes)]).stream())
    }
    expect(await send('identity', await photo(), 'person_nobody')).toMatchObject({ error: 'not_needed' })
    const expired = Buffer.concat([await photo(), Buffer.from('local-stripe:expired')])
    expectOk(await send('identity', expired), 'send an expired passport')
    await advanceClock(60)
    await viewOf(actor)
    const refused = await olaf()
    expect(inWords(refused?.problems.map(({ problem, action }) => [problem, action]))).toEqual([
      ['The document has expired.', 'Send a different, valid document.'],
    ])
    expect(refused?.documents[0]?.history.triesLeft).toBe(9)
    expect(await viewOf(actor)).toMatchObject({
      missingDocuments: ['identity', 'additional'],
      documents: { identity: { triesLeft: 10 } },
    })
    expectOk(await send('identity', await photo()), 'send another passport')
    expectOk(await send('additional', await photo()), 'send a proof of address')
    await advanceClock(60)
    expect(await olaf()).toMatchObject({ documents: [], needs: [], problems: [] })
    expect((await viewOf(actor)).missingDocuments).toEqual(['identity', 'additional'])
  })

  test('a row that a crash left is given its person by the job', async () => {
    const actor = await company('GB')
    const input = companyPerson('GB', { representative: false })
    await duringOutage('fail_after', '/v1/accounts/:id/persons', () => savePerson(actor, input))
    const rows = () => db().person.findMany({ where: { account: { userId: actor.userId } } })
    const [half] = await rows()
    expect(half?.stripePersonId).toBeNull()
    await syncAccountOf(half?.connectedAccountId ?? '')
    expect((await rows())[0]?.stripePersonId).toMatch(/^person_/)
  })
})
