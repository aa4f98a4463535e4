import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import { arrangeListing } from '../demo/arrange-listing.ts'
import { DEMO_ORIGIN, expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { authorizeOrder } from '../payments/authorize-order.ts'
import { placeOrder } from '../payments/place-order.ts'
import { placeProject } from '../projects/place-project.ts'
import { getProject } from '../projects/queries.ts'
import { dropBackup, putBack, takeBackup } from '../testing/backup.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import type { Cast } from '../testing/faults/operation.ts'
import { newCast } from '../testing/faults/scenario.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newEmployer, newOrder } from '../testing/marketplace.ts'
import { signUp } from '../users/sign-up.ts'
import { Report } from './report.ts'
import { restoreMoney } from './restore-money.ts'

// What a restore cannot make whole, or must not get wrong; that it makes everything else whole is for restore.fault.ts.

let cast: Cast
beforeAll(async () => {
  await startLocalStripe()
  cast = await newCast()
})
afterAll(dropBackup)

async function restore(since: Date): Promise<Report> {
  const report = new Report()
  expectOk(await restoreMoney(report, since), 'restore')
  await expectInvariants()
  return report
}

const orderOf = (id: string) =>
  db().order.findUnique({ where: { id }, include: { payments: true, employer: true } })

test('a hold that ended by itself leaves its order open, and one that was let go does not', async () => {
  const [ended, letGo] = [await newOrder(cast, 'held'), await newOrder(cast, 'held')]
  const since = await takeBackup()
  const { payments } = (await orderOf(letGo)) ?? { payments: [] }
  await doAtStripe(`payment_intents/${payments[0]?.stripePaymentIntentId}/cancel`)
  await advanceClock(8 * 24 * 3600)
  await putBack()
  await restore(since)
  expect((await orderOf(ended))?.status).toBe('placed')
  expect((await orderOf(letGo))?.status).toBe('canceled')
})

test('what was agreed comes back, and new orders are numbered after it', async () => {
  const title = 'Gärten & 🌳 '.repeat(9).trim()
  const description = '🌳'.repeat(600)
  const offer = { title, description, amount: 12_345n }
  const listingId = await arrangeListing(cast.contractor, {
    ...offer,
    category: 'craft',
    deliveryDays: 9,
    hue: 99,
  })
  const since = await takeBackup()
  const terms = { contractorId: cast.contractor.userId, listingId, currency: 'usd' as const }
  const form = { requestKey: newRequestKey(), ...offer, ...terms }
  const { orderId } = expectOk(await placeOrder(cast.employer, form), 'place')
  const { savedCardId } = cast
  const hold = { orderId, savedCardId, requestKey: newRequestKey() }
  expectOk(await authorizeOrder(cast.employer, hold), 'hold')
  const lost = await orderOf(orderId)
  await putBack()
  await restore(since)
  const found = await orderOf(orderId)
  const { number } = lost ?? {}
  expect(found).toMatchObject({ number, title, amount: 12_345n, listingId, deliveryDays: 9, status: 'held' })
  expect(found?.description).toBe('🌳'.repeat(250))
  // The forms of before are the same forms still: sent again, they do nothing again.
  expect(await placeOrder(cast.employer, { ...form, description: found?.description ?? '' })).toEqual({
    ok: true,
    value: { orderId },
  })
  expect(await authorizeOrder(cast.employer, hold)).toMatchObject({ error: 'already_held' })
  const next = await orderOf(await newOrder(cast, 'placed'))
  expect(next?.number).toBeGreaterThan(lost?.number ?? 0)
})

test('says what it cannot make again, and who has to do what', async () => {
  const since = await takeBackup()
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, 'pm_card_visa')
  const parties = { ...cast, employer, savedCardId }
  const [kept, untold] = [await newOrder(parties, 'held'), await newOrder(parties, 'completed')]
  const { payments } = (await orderOf(untold)) ?? { payments: [] }
  const { email } = await db().user.findUniqueOrThrow({ where: { id: employer.userId } })
  const { number } = (await orderOf(kept)) ?? { number: 0 }
  const intent = payments[0]?.stripePaymentIntentId
  await doAtStripe(`payment_intents/${intent}`, { 'metadata[order_number]': '' })
  await putBack()
  // Holdfast went on for a while before anybody thought of Stripe.
  const again = { displayName: 'Erin Again', email, password: 'correct horse battery staple', country: '' }
  const role = 'EMPLOYER' as const
  expectOk(await signUp(DEMO_ORIGIN, { ...again, role, requestKey: newRequestKey() }), 'sign up again')
  while (((await orderOf(await newOrder(cast, 'placed')))?.number ?? 0) < number);
  const { findings } = await restore(since)
  expect(findings.map(({ subject, problem }) => `${subject}: ${problem}`).sort()).toEqual([
    `order ${kept}: Another order has its number ${number} by now, so it has a new one.`,
    `payment ${intent}: Its row is lost, and Stripe was not told what it is for.`,
    `user ${employer.userId} <${employer.userId}@restored.invalid>: This employer signed up in the lost time: the password is lost. ` +
      `Somebody has signed up again as ${email} since, so that it has another address.`,
  ])
  expect(await orderOf(kept)).toMatchObject({ status: 'held', employerId: employer.userId })
  expect(await orderOf(untold)).toBeNull()
})

test('a milestone comes back in its project, and one that is still there keeps it', async () => {
  const place = async (title: string) => {
    const [requestKey, description] = [newRequestKey(), 'In two parts, one after the other.']
    const milestones = [10_000n, 20_000n].map((amount, index) => ({ title: `Part ${index + 1}`, amount }))
    const given = { requestKey, title, description, contractorId: cast.contractor.userId, milestones }
    const { projectId } = expectOk(await placeProject(cast.employer, { ...given, currency: 'usd' }), 'place')
    return projectId
  }
  const hold = async (projectId: string, milestone: number) => {
    const { id: orderId } = await db().order.findFirstOrThrow({ where: { projectId, milestone } })
    const form = { orderId, savedCardId: cast.savedCardId, requestKey: newRequestKey() }
    expectOk(await authorizeOrder(cast.employer, form), 'hold')
  }
  const kept = await place('Kept')
  const since = await takeBackup()
  const lost = await place('Lost')
  await hold(kept, 2)
  await hold(lost, 1)
  await putBack()
  await restore(since)
  const found = await getProject(cast.employer, lost)
  expect(found).toMatchObject({ title: 'Lost', milestones: [{ milestone: 1, status: 'held' }] })
  const whole = await getProject(cast.employer, kept)
  expect(whole?.milestones.map(({ status }) => status)).toEqual(['placed', 'held'])
})
