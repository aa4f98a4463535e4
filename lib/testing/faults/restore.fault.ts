import { execFile, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../../db.ts'
import { ledgerBalances } from '../../ledger/balances.ts'
import { expectReconciled } from '../agreement.ts'
import { dropBackup, putBack, takeBackup } from '../backup.ts'
import { expectInvariants, expectLedgerIsStripe } from '../invariants.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { goOn, letHappen, newTown, type Town } from './lost-hour.ts'
import { recover, recoverWithinTheHour } from './recover.ts'
import { seeded } from './seeded.ts'
import { note } from './table.ts'

// The database is replaced by an older backup of itself while Stripe remembers everything; `npm run restore` makes it good.

const TIMES = Math.max(3, Math.round(30 * Number(process.env.FAULTS_SCALE ?? 1)))
const FIRST_SEED = Number(process.env.SEED ?? 1)

let town: Town
beforeAll(async () => {
  await startLocalStripe()
  town = await newTown()
}, 120_000)
afterAll(dropBackup)

const commandFor = (since: Date) => ['scripts/restore/main.ts', '--since', since.toISOString()]

/** Runs the command as an operator would. Returns what it printed. */
async function restore(since: Date): Promise<string> {
  const ran = await promisify(execFile)(process.execPath, commandFor(since), { env: process.env }).catch(
    (error: { stdout: string; stderr: string }) => {
      throw new Error(`The restore says that something is wrong:\n${error.stdout}\n${error.stderr}`)
    },
  )
  return ran.stdout
}

/** Begins it and kills it in the middle. */
async function breakOff(since: Date, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, commandFor(since), { stdio: 'ignore' })
  const ended = new Promise(resolve => child.once('exit', resolve))
  await sleep(afterMs)
  child.kill('SIGKILL')
  await ended
}

/** What the books have of money, without what differs from one making of a row to the next. */
async function books() {
  const balances = (await ledgerBalances(false)).filter(({ balance }) => balance !== 0n)
  const payments = await db().payment.findMany({
    where: { status: { in: ['requires_capture', 'succeeded'] } },
    select: {
      id: true,
      orderId: true,
      requestKey: true,
      status: true,
      amountCaptured: true,
      commissionAmount: true,
    },
    orderBy: { id: 'asc' },
  })
  const orders = await db().order.findMany({
    where: { payments: { some: { status: { in: ['requires_capture', 'succeeded'] } } } },
    select: {
      id: true,
      number: true,
      title: true,
      employerId: true,
      contractorId: true,
      commissionBps: true,
    },
    orderBy: { id: 'asc' },
  })
  const refunds = await db().refund.findMany({
    where: { stripeRefundId: { not: null } },
    omit: { createdAt: true, updatedAt: true },
    orderBy: { id: 'asc' },
  })
  const recoveries = await db().recovery.findMany({
    where: { disputeId: null, amountCollected: { gt: 0n } },
    omit: { createdAt: true, updatedAt: true, failureCode: true },
    orderBy: { id: 'asc' },
  })
  const payouts = await db().payout.findMany({
    where: { stripePayoutId: { not: null } },
    select: {
      id: true,
      requestKey: true,
      createdById: true,
      status: true,
      amount: true,
      amountReturned: true,
    },
    orderBy: { id: 'asc' },
  })
  return { balances, payments, orders, refunds, recoveries, payouts }
}

async function expectPeace(): Promise<void> {
  await expectInvariants()
  await expectLedgerIsStripe()
  await expectReconciled()
}

async function expectNothingPending(): Promise<void> {
  const requested = { where: { status: 'requested' as const } }
  expect(await db().payment.count({ where: { status: 'pending' } })).toBe(0)
  expect(await db().refund.count(requested)).toBe(0)
  expect(await db().recovery.count(requested)).toBe(0)
  expect(await db().collection.count(requested)).toBe(0)
  expect(await db().payout.count(requested)).toBe(0)
}

/** One backup, one hour that is lost after it, and the way back. */
async function lose(seed: number): Promise<void> {
  const next = seeded(seed)
  await db().rateLimit.deleteMany()
  const story = await letHappen(town, next, 5)
  if (next() < 0.5) await recover()
  const since = await takeBackup()
  story.push('BACKUP', ...(await letHappen(town, next, 10)))
  await recover()
  await recoverWithinTheHour()
  await recover()
  const before = await books()
  await putBack()
  try {
    if (next() < 0.5) await breakOff(since, 700 + next() * 2500)
    const printed = await restore(since)
    expect(printed).toContain('0 differences from Stripe')
    expect(await books(), printed).toEqual(before)
    await putItToTheTest(since)
  } catch (error) {
    throw new Error(`SEED=${seed}: ${story.join(', ')}\n${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}

/** Run again it changes nothing, the worker finds nothing that is done already, and people can go on. */
async function putItToTheTest(since: Date): Promise<void> {
  const restored = await books()
  await db().$disconnect()
  Reflect.deleteProperty(globalThis, 'holdfastDb')
  await restore(since)
  expect(await books()).toEqual(restored)
  await recover()
  await recoverWithinTheHour()
  await expectPeace()
  await expectNothingPending()
  expect((await books()).balances).toEqual(restored.balances)
  expect(await goOn(town)).toEqual([])
  await recover()
  await expectPeace()
}

test('a backup that lost an hour, made good from Stripe', { timeout: 3_000_000 }, async () => {
  let survived = 0
  try {
    for (; survived < TIMES; survived++) await lose(FIRST_SEED + survived)
  } finally {
    note({ faults: 'backups put back', operation: 'an hour of ten happenings lost', points: TIMES, survived })
  }
})
