import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest'
import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { newRequestKey } from '../../ids.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { newEmployer, newOrder } from '../marketplace.ts'
import { CARD_OPERATIONS } from './card-operations.ts'
import { MONEY_OPERATIONS } from './money-operations.ts'
import type { Cast } from './operation.ts'
import { ORDER_OPERATIONS } from './order-operations.ts'
import { endRaces, nameOf, pressAll, repeat, rounds } from './racing.ts'
import { recover } from './recover.ts'
import { RENEWAL_OPERATIONS } from './renewal-operations.ts'
import { newCast } from './scenario.ts'
import type { Told } from './talk.ts'

let cast: Cast

beforeAll(async () => {
  await startLocalStripe()
  cast = await newCast()
})
afterAll(endRaces)
beforeEach(() => db().rateLimit.deleteMany())

const HOLD = nameOf(ORDER_OPERATIONS, 1)
const CAPTURE = nameOf(ORDER_OPERATIONS, 4)
const RELEASE = nameOf(ORDER_OPERATIONS, 6)
const RENEW = nameOf(RENEWAL_OPERATIONS, 0)
const REFUND = nameOf(MONEY_OPERATIONS, 0)
const REVERSE = nameOf(MONEY_OPERATIONS, 2)
const REMOVE = nameOf(CARD_OPERATIONS, 4)

async function moneyOf(orderId: string): Promise<string> {
  await recover()
  const order = await db().order.findUniqueOrThrow({ where: { id: orderId }, include: { payments: true } })
  const payments = order.payments.map(payment => `${payment.status} ${payment.amountCaptured}`)
  return `${order.status}: ${payments.join(', ')}`
}

const broke = (told: Told[]) => told.filter(one => one.outcome === 'broke').length

describe('many at once at a hold', { timeout: 900_000 }, () => {
  test('50 approvals of one order on two instances are one capture', () =>
    repeat(
      '50 captures of one order on two instances',
      rounds(200),
      /^0 broke; completed: succeeded 10000$/,
      async () => {
        const orderId = await newOrder(cast, 'delivered')
        const press = { operation: CAPTURE, input: { actor: cast.employer, orderId } }
        const told = await pressAll(Array.from({ length: 50 }, () => press))
        return `${broke(told)} broke; ${await moneyOf(orderId)}`
      },
    ))

  test('20 submits of one checkout form are one hold', () =>
    repeat(
      'one checkout form sent 20 times at once',
      rounds(50),
      /^0 broke; held: requires_capture 0$/,
      async () => {
        const orderId = await newOrder(cast, 'placed')
        const form = { orderId, savedCardId: cast.savedCardId, requestKey: newRequestKey() }
        const press = { operation: HOLD, input: { actor: cast.employer, ...form } }
        const told = await pressAll(Array.from({ length: 20 }, () => press))
        return `${broke(told)} broke; ${await moneyOf(orderId)}`
      },
    ))

  test('approving and canceling at once has one winner', () =>
    repeat(
      'capture against release',
      rounds(200),
      /^(completed: succeeded 10000|canceled: canceled 0)$/,
      async () => {
        const orderId = await newOrder(cast, 'delivered')
        const input = { actor: cast.employer, orderId }
        await pressAll([
          { operation: CAPTURE, input },
          { operation: RELEASE, input },
        ])
        return moneyOf(orderId)
      },
    ))
})

test('renewing, approving and canceling at once leaves one capture or nothing', { timeout: 900_000 }, () =>
  repeat(
    'renewal against capture and release',
    rounds(200),
    /^(completed: (canceled 0, )*succeeded 10000(, canceled 0)*|canceled: canceled 0(, canceled 0)*)$/,
    async () => {
      const orderId = await newOrder(cast, 'delivered')
      const input = { actor: cast.employer, orderId }
      const form = { ...input, savedCardId: cast.savedCardId, requestKey: newRequestKey() }
      const renewals = Array.from({ length: 6 }, () => ({ operation: RENEW, input: form }))
      await pressAll([...renewals, { operation: CAPTURE, input }, { operation: RELEASE, input }])
      return moneyOf(orderId)
    },
  ),
)

describe('many at once at the same money', { timeout: 900_000 }, () => {
  test('50 partial refunds that ask for three times the sum return it once', () =>
    repeat('50 partial refunds asking three times the sum', rounds(20), /^9600 of 10000$/, async () => {
      const orderId = await newOrder(cast, 'completed')
      const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
      const choice = { reverseTransfer: true, refundCommission: true, reason: 'duplicate', note: '' }
      const form = () => ({ paymentId, requestKey: newRequestKey(), amount: '6', ...choice })
      const presses = Array.from({ length: 50 }, () => ({
        operation: REFUND,
        input: { actor: cast.admin, input: form() },
      }))
      await pressAll(presses)
      await recover()
      const refunds = await db().refund.findMany({ where: { paymentId, status: 'succeeded' } })
      return `${refunds.reduce((sum, { amount }) => sum + amount, 0n)} of 10000`
    }))

  test('two recoveries that together ask for more than there is are one', () =>
    repeat('recovery against recovery', rounds(50), /^1 of 2$/, async () => {
      const orderId = await newOrder(cast, 'completed')
      const terms = { orderId, amount: '60', currency: 'usd', instrument: 'transfer_reversal', note: '' }
      const form = () => ({
        ...terms,
        contractorId: cast.contractor.userId,
        requestKey: newRequestKey(),
        reason: 'fee_correction',
      })
      const press = () => ({ operation: REVERSE, input: { actor: cast.admin, input: form() } })
      await pressAll([press(), press()])
      await recover()
      const rows = await db().recovery.findMany({ where: { orderId, status: 'succeeded' } })
      return `${rows.length} of 2`
    }))

  test('a card is either removed or holds the money, never both', () =>
    repeat(
      'removing a card against paying with it',
      rounds(100),
      /^(held with it|removed, not held)$/,
      async () => {
        // A hundred people sign up from one address.
        await db().rateLimit.deleteMany()
        const employer = await newEmployer()
        const own = { ...cast, employer, savedCardId: await arrangeCard(employer, 'pm_card_bypassPending') }
        const orderId = await newOrder(own, 'placed')
        const form = { orderId, savedCardId: own.savedCardId, requestKey: newRequestKey() }
        await pressAll([
          { operation: HOLD, input: { actor: own.employer, ...form } },
          { operation: REMOVE, input: { actor: own.employer, cardId: own.savedCardId } },
        ])
        const isHeld = (await moneyOf(orderId)).startsWith('held')
        const { removedAt } = await db().savedCard.findUniqueOrThrow({ where: { id: own.savedCardId } })
        if (isHeld) return removedAt ? 'held with a removed card' : 'held with it'
        return removedAt ? 'removed, not held' : 'neither'
      },
    ))
})
