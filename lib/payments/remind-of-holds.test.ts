import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { listLocalMails } from '../mail/queries.ts'
import { stripeTime } from '../stripe/clock.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { advanceClock, newOrder, newParties } from '../testing/marketplace.ts'
import { capturePayment } from './capture-payment.ts'
import { releaseHold } from './release-hold.ts'
import { remindOfHolds } from './remind-of-holds.ts'

const HOUR = 3600

let parties: Parties

afterEach(expectInvariants)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

const paymentOf = (orderId: string) => db().payment.findFirstOrThrow({ where: { orderId } })

/** Moves Stripe's clock to so many hours before a hold's end. */
async function advanceTo(hours: number, orderId: string): Promise<void> {
  const end = (await paymentOf(orderId)).captureBeforeAt?.getTime() ?? 0
  const at = expectOk(await stripeTime(), 'ask for the time').getTime()
  await advanceClock(Math.round((end - at) / 1000) - hours * HOUR)
}

const remind = async () => expectOk(await remindOfHolds(), 'remind')

/** The reminders about an order, by kind and recipient. */
async function reminders(orderId: string): Promise<string[]> {
  const rows = await db().notification.findMany({
    where: { orderId, kind: { startsWith: 'hold_ends' } },
    include: { recipient: true },
  })
  return rows.map(({ kind, recipient }) => `${kind} to ${recipient.role}`).sort()
}

const EARLY = ['hold_ends_48h to CONTRACTOR', 'hold_ends_48h to EMPLOYER']
const BOTH = ['hold_ends_12h to CONTRACTOR', 'hold_ends_12h to EMPLOYER', ...EARLY]

describe('a hold that comes to its end', () => {
  test('is told to both, once within 48 hours and once within 12, and no more when it is over', async () => {
    const orderId = await newOrder(parties, 'held')
    const others = [
      await newOrder(parties, 'held'),
      await newOrder(parties, 'delivered'),
      await newOrder(parties, 'held'),
    ] as const
    expect(await remind()).toBe(0)
    await advanceTo(49, orderId)
    expect(await remind()).toBe(0)
    const { employer } = parties
    expectOk(await releaseHold(employer, { orderId: others[0], note: '' }), 'release')
    expectOk(await capturePayment(employer, { orderId: others[1] }), 'capture')
    await advanceTo(47, orderId)
    expect([await remind(), await remind()]).toEqual([4, 0])
    expect(await reminders(orderId)).toEqual(EARLY)
    expectOk(await releaseHold(employer, { orderId: others[2], note: '' }), 'release')
    await advanceTo(11, orderId)
    const twoWorkers = await Promise.all([remind(), remind()])
    expect(twoWorkers.reduce((sum, told) => sum + told)).toBe(2)
    await advanceTo(-1, orderId)
    expect(await remind()).toBe(0)
    expect(await reminders(orderId)).toEqual(BOTH)
    expect(await Promise.all(others.map(reminders))).toEqual([[], [], EARLY])
  })

  test('that is shorter than 48 hours is told of at once, by mail as well', async () => {
    const orderId = await newOrder(parties, 'held')
    const { id } = await paymentOf(orderId)
    const at = expectOk(await stripeTime(), 'ask for the time')
    const captureBeforeAt = new Date(at.getTime() + 20 * HOUR * 1000)
    await db().payment.update({ where: { id }, data: { captureBeforeAt } })
    expect([await remind(), await remind()]).toEqual([2, 0])
    expect(await reminders(orderId)).toEqual(EARLY)
    await advanceClock(9 * HOUR)
    expect([await remind(), await remind()]).toEqual([2, 0])
    expect(await reminders(orderId)).toEqual(BOTH)

    await recover()
    const { number } = await db().order.findUniqueOrThrow({ where: { id: orderId } })
    const mails = (await listLocalMails()) ?? []
    const about = (hours: number) =>
      mails.filter(mail => mail.subject === `The hold ends in less than ${hours} hours (order #${number})`)
    expect([about(48).length, about(12).length]).toEqual([2, 2])
    expect(about(12).map(mail => mail.text.includes('$100.00 is held'))).toEqual([true, true])
  })
})
