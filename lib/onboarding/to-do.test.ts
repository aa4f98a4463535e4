import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeContractor, arrangeDetails } from '../demo/arrange-contractor.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { inWords } from '../testing/in-words.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { accountRequirements, thingAlone } from './model.ts'
import { getOnboarding } from './queries.ts'
import { recordAccount } from './record-account.ts'
import { toDoOf } from './to-do.ts'

const DAY_SECONDS = 86_400

beforeAll(async () => {
  await startLocalStripe()
})

const accountOf = async (actor: Actor) =>
  (await db().connectedAccount.findFirstOrThrow({ where: { userId: actor.userId } })).stripeAccountId ?? ''

/** Has Stripe announce that it will ask for more in so many days. */
async function announce(account: string, days: number): Promise<void> {
  const body = JSON.stringify({ account, seconds: days * DAY_SECONDS })
  await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/requirements`, { method: 'POST', body })
}

async function toDoNow(actor: Actor) {
  await recordAccount(await accountOf(actor))
  return inWords((await getOnboarding(actor))?.toDo)
}

describe('the list of things to do', () => {
  test('of a new account: all is to do now, nothing is late, and a birthday is one thing', async () => {
    const person = { email: 'new@example.com', displayName: 'Nia New', password: 'a long enough one' }
    const toDo = await toDoNow(await arrangeContractor(person))
    expect(toDo).toMatchObject({ overdue: [], checking: [], announced: [], deadlineAt: null })
    const needs = toDo?.now.map(({ need }) => need) ?? []
    expect(needs.filter(need => need === 'Stripe needs your date of birth.')).toHaveLength(1)
    expect(new Set(toDo?.now.map(({ step }) => step))).toEqual(new Set(['terms', 'details', 'bank']))
  })

  test('of an account that works: announced with its day, then due with a deadline, then late', async () => {
    const person = { email: 'old@example.com', displayName: 'Otto Old', password: 'a long enough one' }
    const actor = await arrangeContractor(person)
    await arrangeDetails(actor)
    await advanceClock(60)
    await toDoNow(actor)
    await announce(await accountOf(actor), 30)
    const announced = await toDoNow(actor)
    expect(announced).toMatchObject({
      now: [],
      announced: [{ need: 'Stripe needs your identity document.', step: 'identity' }],
      announcedStops: ['orders', 'payouts'],
    })
    expect(announced?.announcedAt?.getTime()).toBeGreaterThan(Date.now())

    await advanceClock(30 * DAY_SECONDS)
    const due = await toDoNow(actor)
    expect(due).toMatchObject({ overdue: [], announced: [], now: [{ step: 'identity' }] })
    expect(due?.deadlineAt?.getTime()).toBeGreaterThan(
      (announced?.announcedAt?.getTime() ?? 0) + 13 * 86_400_000,
    )

    await advanceClock(15 * DAY_SECONDS)
    expect(await toDoNow(actor)).toMatchObject({
      overdue: [{ step: 'identity' }],
      overdueStops: ['orders', 'payouts'],
      now: [],
      deadlineAt: null,
    })
  })

  test('names what Stripe is checking, and what it may want later once', () => {
    const requirements = accountRequirements.parse({
      pendingVerification: ['individual.verification.document', 'individual.dob.day'],
      eventuallyDue: ['individual.id_number', 'individual.phone'],
      currentlyDue: ['individual.phone'],
    })
    const toDo = toDoOf(requirements, true)
    expect(toDo.checking.map(thing => thingAlone(wordsIn('en'), thing))).toEqual([
      'Your identity document',
      'Your date of birth',
    ])
    expect(inWords(toDo)).toMatchObject({
      now: [{ need: 'Stripe needs your phone number.' }],
      later: [{ need: 'Stripe needs your personal tax or identity number.' }],
    })
  })

  test('without a bank account only payouts stop', () => {
    const requirements = accountRequirements.parse({ pastDue: ['external_account'] })
    expect(toDoOf(requirements, true)).toMatchObject({
      overdueStops: ['payouts'],
      overdue: [{ step: 'bank' }],
    })
  })
})
