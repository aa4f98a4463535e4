import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeContractor } from '../demo/arrange-contractor.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { submitDetailsInput } from './details-input.ts'
import { changesOf } from './person-changes.ts'
import { getOnboarding } from './queries.ts'
import { submitDetails } from './submit-details.ts'

beforeAll(async () => {
  await startLocalStripe()
})

let count = 0
async function contractor(): Promise<Actor> {
  count += 1
  const email = `details${count}@example.com`
  return arrangeContractor({ email, displayName: 'Clara Voss', password: 'a long enough one' })
}

const input = submitDetailsInput.parse({
  firstName: 'Clara',
  lastName: 'Voss',
  email: 'clara@example.com',
  phone: '+1 415 555 0100',
  dobDay: '1',
  dobMonth: '1',
  dobYear: '1901',
  line1: 'address_full_match',
  city: 'San Francisco',
  state: 'CA',
  postalCode: '94103',
  ssnLast4: '0000',
})

const accountOf = (actor: Actor) =>
  db().connectedAccount.findFirstOrThrow({ where: { userId: actor.userId } })

describe('personal details', () => {
  test('reach Stripe and stay out of our database', async () => {
    const actor = await contractor()
    expect((await getOnboarding(actor))?.asksFor.ssnLast4).toBe(true)
    expect(await submitDetails(actor, input)).toEqual({ ok: true, value: undefined })
    const view = await getOnboarding(actor)
    expect(view?.person).toMatchObject({ firstName: 'Clara', dob: { year: 1901 }, ssnLast4Provided: true })
    expect(view?.steps.find(({ id }) => id === 'details')).toMatchObject({
      state: expect.not.stringMatching('todo'),
    })
    const audit = await db().auditEvent.findMany({
      where: { action: 'details.submitted', actorId: actor.userId },
    })
    const kept = JSON.stringify([await accountOf(actor), audit])
    for (const secret of ['Clara', '1901', '94103', '0000']) expect(kept.includes(`"${secret}"`)).toBe(false)
  })

  test('are sent once: the same form again sends nothing, a change sends only itself', async () => {
    const actor = await contractor()
    await submitDetails(actor, input)
    const { updateCount } = await accountOf(actor)
    await submitDetails(actor, { ...input, ssnLast4: '' })
    expect((await accountOf(actor)).updateCount).toBe(updateCount)
    await submitDetails(actor, { ...input, ssnLast4: '', city: 'Oakland' })
    const last = await db().auditEvent.findFirst({
      where: { action: 'details.submitted', actorId: actor.userId },
      orderBy: { id: 'desc' },
    })
    expect(last?.after).toEqual({ fields: ['address'] })
  })

  test('submitted again after Stripe’s answer was lost, they arrive', async () => {
    const actor = await contractor()
    const lost = await duringOutage('fail_before', '/v1/accounts/:id', () => submitDetails(actor, input))
    expect(lost).toEqual({ ok: false, error: 'stripe_unavailable' })
    expect(await submitDetails(actor, input)).toMatchObject({ ok: true })
    expect((await getOnboarding(actor))?.person?.lastName).toBe('Voss')
  })

  test('a state is asked for where addresses have one', async () => {
    const actor = await contractor()
    expect(await submitDetails(actor, { ...input, state: '' })).toEqual({ ok: false, error: 'state_missing' })
  })

  test('an employer has none to send', async () => {
    const actor = await contractor()
    expect(await submitDetails({ ...actor, role: 'EMPLOYER' }, input)).toMatchObject({
      error: 'account_not_open',
    })
  })
})

test('a phone number that Stripe writes its own way is the same number', () => {
  const held = {
    firstName: 'Clara',
    lastName: 'Voss',
    email: 'clara@example.com',
    phone: '+14155550100',
    dob: { day: 1, month: 1, year: 1901 },
    line1: 'address_full_match',
    line2: null,
    city: 'San Francisco',
    state: 'CA',
    postalCode: '94103',
    idNumberProvided: false,
    ssnLast4Provided: true,
  }
  expect(changesOf(held, { ...input, phone: '4155550100', ssnLast4: '' }, 'US')).toEqual({})
  expect(changesOf(held, { ...input, phone: '4155550199', ssnLast4: '' }, 'US')).toEqual({
    phone: '4155550199',
  })
})
