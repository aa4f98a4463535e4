import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../../db.ts'
import { newRequestKey } from '../../ids.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { advanceClock, newOrder } from '../marketplace.ts'
import { MONEY_OPERATIONS } from './money-operations.ts'
import type { Cast } from './operation.ts'
import { ORDER_OPERATIONS } from './order-operations.ts'
import { PAYOUT_OPERATIONS } from './payout-operations.ts'
import { DATABASE_FAULTS, type Fault, KILLS, STRIPE_FAULTS } from './plan.ts'
import { RECOVERY } from './recover.ts'
import { RENEWAL_OPERATIONS } from './renewal-operations.ts'
import { newCast } from './scenario.ts'
import { pick, seeded } from './seeded.ts'
import { expectSettled } from './settled.ts'
import { Subject } from './subject-process.ts'
import { note } from './table.ts'

// Whole lives of orders, drawn from a seed: what people might press in any order, each press under a fault half of the
// time, six orders at once, with our worker at work in between.

const LIVES = Math.max(6, Math.round(600 * Number(process.env.FAULTS_SCALE ?? 1)))
const FIRST_SEED = Number(process.env.SEED ?? 1)
const AT_ONCE = 6
const PRESSES = 8
const HOUR = 3600

const subjects = Array.from({ length: AT_ONCE }, () => new Subject())
let cast: Cast
beforeAll(async () => {
  await startLocalStripe()
  cast = await newCast()
})
afterAll(() => Promise.all(subjects.map(subject => subject.stop())))

const [, HOLD, , DELIVER, CAPTURE, CAPTURE_PART, RELEASE] = ORDER_OPERATIONS.map(({ name }) => name)
const [REFUND, , REVERSE] = MONEY_OPERATIONS.map(({ name }) => name)
const [RENEW] = RENEWAL_OPERATIONS.map(({ name }) => name)
const [PAY_OUT] = PAYOUT_OPERATIONS.map(({ name }) => name)

type Press = { operation: string | undefined; input: unknown }

/** Something that somebody may press, whether or not it makes sense now. */
async function anyPress(orderId: string, requestKeys: string[], next: () => number): Promise<Press> {
  const { employer, contractor, admin, savedCardId } = cast
  const requestKey = next() < 0.3 ? pick(requestKeys, next) : newRequestKey()
  requestKeys.push(requestKey)
  const payment = await db().payment.findFirst({ where: { orderId, status: 'succeeded' } })
  const amount = String(1 + Math.floor(next() * 60))
  const why = { reason: 'fee_correction', note: '', amount, requestKey }
  const refund = { ...why, reason: 'duplicate', paymentId: payment?.id ?? 'pay_none' }
  const share = { reverseTransfer: next() < 0.7, refundCommission: false }
  const recovery = { ...why, orderId, contractorId: contractor.userId, currency: 'usd', instrument: 'auto' }
  const presses: Press[] = [
    { operation: HOLD, input: { actor: employer, orderId, savedCardId, requestKey } },
    { operation: HOLD, input: { actor: employer, orderId, savedCardId, requestKey } },
    { operation: DELIVER, input: { actor: contractor, orderId } },
    { operation: CAPTURE, input: { actor: employer, orderId } },
    { operation: CAPTURE_PART, input: { actor: employer, orderId } },
    { operation: RELEASE, input: { actor: pick([employer, contractor], next), orderId } },
    { operation: REFUND, input: { actor: admin, input: { ...refund, ...share } } },
    { operation: REVERSE, input: { actor: admin, input: recovery } },
    { operation: RENEW, input: { actor: employer, orderId, savedCardId, requestKey } },
    { operation: PAY_OUT, input: { actor: contractor, input: { amount, currency: 'usd', requestKey } } },
    { operation: RECOVERY.name, input: null },
  ]
  return pick(presses, next)
}

function anyFault(next: () => number): Fault | null {
  if (next() < 0.5) return null
  const line = pick(['database', 'database', 'stripe'] as const, next)
  const kinds = line === 'database' ? [...KILLS, ...DATABASE_FAULTS] : [...KILLS, ...STRIPE_FAULTS]
  return { line, at: Math.floor(next() * (line === 'database' ? 30 : 2)), kind: pick(kinds, next) }
}

/** One order's life on one process. Returns what was pressed, for whoever has to understand a failure. */
async function live(seed: number, subject: Subject): Promise<string[]> {
  const next = seeded(seed)
  const orderId = await newOrder(cast, pick(['placed', 'held', 'delivered', 'completed'] as const, next))
  const requestKeys = [newRequestKey()]
  const story: string[] = [orderId]
  for (let press = 0; press < PRESSES; press++) {
    const { operation = '', input } = await anyPress(orderId, requestKeys, next)
    const fault = anyFault(next)
    const { told } = await subject.run(operation, input, fault)
    const terms = JSON.stringify(input).match(/"(amount|reverseTransfer)":[^,}]+/g) ?? []
    const where = fault ? `${fault.kind} at ${fault.line} ${fault.at}` : 'no fault'
    story.push(`${operation} ${terms.join(' ')} (${where}): ${JSON.stringify(told)}`)
  }
  // Not long enough, six times over, for Stripe to forget a key that our own clock still trusts.
  if (next() < 0.3) await advanceClock(3 * HOUR)
  return story
}

async function complaint(check: () => Promise<unknown>): Promise<string | null> {
  return check().then(
    () => null,
    (error: Error) => error.message,
  )
}

/** Nothing is left open, nothing is wrong, and our books are Stripe's. */
async function expectPeace(): Promise<void> {
  await expectSettled()
  const open = { status: { in: ['pending' as const] } }
  expect(await db().payment.count({ where: open })).toBe(0)
  expect(await db().refund.count({ where: { status: 'requested' } })).toBe(0)
  expect(await db().recovery.count({ where: { status: 'requested' } })).toBe(0)
  expect(await db().payout.count({ where: { status: 'requested' } })).toBe(0)
  expect(await db().collection.count({ where: { status: 'requested' } })).toBe(0)
}

test('whole lives of orders under random faults', { timeout: 3_000_000 }, async () => {
  const broken: string[] = []
  for (let seed = FIRST_SEED; seed < FIRST_SEED + LIVES; seed += AT_ONCE) {
    await db().rateLimit.deleteMany()
    const stories = await Promise.all(subjects.map((subject, index) => live(seed + index, subject)))
    const wrong = await complaint(expectPeace)
    if (wrong !== null)
      broken.push(`SEED=${seed}: ${wrong}\n${stories.map(story => story.join('\n  ')).join('\n')}`)
    if (wrong !== null) break
  }
  note({
    faults: 'whole lives',
    operation: 'six orders at once, eight presses each',
    points: LIVES,
    survived: broken.length === 0 ? LIVES : 0,
  })
  expect(broken).toEqual([])
})
