import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../db.ts'
import { processEvent } from '../../webhooks/process-event.ts'
import { receiveEvent } from '../../webhooks/receive-event.ts'
import { expectReconciled } from '../agreement.ts'
import { expectInvariants, expectLedgerIsStripe } from '../invariants.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { advanceClock, newOrder } from '../marketplace.ts'
import { doAtStripe } from './at-stripe.ts'
import type { Cast } from './operation.ts'
import { recover, recoverWithinTheHour } from './recover.ts'
import { newCast } from './scenario.ts'
import { pick, seeded, shuffled } from './seeded.ts'
import { note } from './table.ts'
import { eventBody, signed } from './webhook-operations.ts'

const SCALE = Number(process.env.FAULTS_SCALE ?? 1)
const SEED = Number(process.env.SEED ?? 1)
const HOURS = 3600

let cast: Cast
beforeAll(async () => {
  await startLocalStripe()
  cast = await newCast()
})
beforeEach(() => db().rateLimit.deleteMany())
afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)

type Story = { orderId: string; bodies: string[]; end: 'completed' | 'placed' }

/** An order that Stripe took to its end while we heard nothing, and the events of it: all of the same second. */
async function unheard(end: Story['end']): Promise<Story> {
  const orderId = await newOrder(cast, 'held')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const intent = { id: payment.stripePaymentIntentId ?? '', object: 'payment_intent' }
  const charge = { id: payment.stripeChargeId ?? '', object: 'charge', payment_intent: intent.id }
  await doAtStripe(`payment_intents/${intent.id}/${end === 'completed' ? 'capture' : 'cancel'}`)
  const events = [
    eventBody('payment_intent.amount_capturable_updated', intent),
    eventBody(end === 'completed' ? 'payment_intent.succeeded' : 'payment_intent.canceled', intent),
    eventBody(end === 'completed' ? 'charge.captured' : 'charge.expired', charge),
    eventBody('charge.updated', charge),
    eventBody('payment_intent.requires_action', intent),
  ]
  return { orderId, bodies: events.map(({ body }) => body), end }
}

/** Delivers bodies, eight at a time, each handled as soon as it is stored. */
async function deliver(bodies: string[]): Promise<void> {
  const waiting = [...bodies]
  async function next(): Promise<void> {
    for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
      expect(await receiveEvent(body, signed(body))).toMatchObject({ ok: true })
      const { id: stripeEventId } = JSON.parse(body) as { id: string }
      const { id } = await db().stripeEvent.findFirstOrThrow({ where: { stripeEventId } })
      await processEvent(id)
    }
  }
  await Promise.all(Array.from({ length: 8 }, next))
}

/** Writes down how many stories ended as they did at Stripe, and fails when one did not. */
async function expectEnds(operation: string, stories: Story[], points = stories.length): Promise<void> {
  const wrong: string[] = []
  for (const { orderId, end } of stories) {
    const { status } = await db().order.findUniqueOrThrow({ where: { id: orderId } })
    if (status !== end) wrong.push(`${orderId} is ${status}, not ${end}`)
  }
  note({
    faults: 'webhooks',
    operation,
    points,
    survived: wrong.length === 0 ? points : points - wrong.length,
  })
  expect(wrong).toEqual([])
}

function orders<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((item, at) =>
    orders(list.filter((_, other) => other !== at)).map(rest => [item, ...rest]),
  )
}

describe('webhooks', { timeout: 900_000 }, () => {
  test('in every order of five events, each one to five times, end as Stripe has it', async () => {
    const next = seeded(SEED)
    const stories: Story[] = []
    for (const order of orders([0, 1, 2, 3, 4])) {
      const story = await unheard(pick(['completed', 'placed'] as const, next))
      stories.push(story)
      const times = order.map(at =>
        Array.from({ length: 1 + Math.floor(next() * 5) }, () => story.bodies[at] ?? ''),
      )
      await deliver(times.flat())
    }
    await expectEnds('all 120 orders of 5 events, each 1 to 5 times', stories)
  })

  test('by the thousand, shuffled, twice each and all of the same second, end as Stripe has it', async () => {
    const next = seeded(SEED)
    const stories: Story[] = []
    for (let made = 0; made < 1000 * SCALE; made++) {
      stories.push(await unheard(pick(['completed', 'placed'] as const, next)))
    }
    const bodies = stories.flatMap(story => [...story.bodies, ...story.bodies])
    await deliver(shuffled(bodies, next))
    await expectEnds('10 events of each of 1,000 orders, shuffled', stories)
  })

  test('that never came in 72 hours are found, and nothing differs', async () => {
    const stories: Story[] = []
    for (let made = 0; made < 20; made++) stories.push(await unheard(made % 2 ? 'completed' : 'placed'))
    const expiring = await newOrder(cast, 'held')
    await advanceClock(72 * HOURS)
    await recoverWithinTheHour()
    await recover()
    await expectReconciled()
    expect((await db().order.findUniqueOrThrow({ where: { id: expiring } })).status).toBe('held')
    await expectEnds('our endpoint down for 72 hours', stories)
  })
})
