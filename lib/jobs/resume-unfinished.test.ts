import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { authorizeOrder } from '../payments/authorize-order.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newOrder, newParties } from '../testing/marketplace.ts'
import type { JobName } from './model.ts'
import { resumeUnfinished } from './resume-unfinished.ts'
import { TASKS } from './tasks.ts'

let parties: Parties

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
})

const clearJobs = () => db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
beforeEach(clearJobs)

/** Half a minute passes for everything that was left unfinished. */
async function letGraceEnd(): Promise<void> {
  await db().$executeRaw`UPDATE payments SET updated_at = now() - interval '1 minute'`
  await db().$executeRaw`UPDATE customers SET created_at = now() - interval '1 minute'`
}

/** What the worker would do: every queued job once. */
async function runJobs(): Promise<JobName[]> {
  const jobs = await db().$queryRaw<{ task: JobName; payload: never }[]>`
    SELECT tasks.identifier AS task, jobs.payload
    FROM graphile_worker._private_jobs jobs JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id`
  await clearJobs()
  for (const { task, payload } of jobs) await TASKS[task](payload)
  // Mails of what was done meanwhile are nothing that was left unfinished.
  return jobs.map(job => job.task).filter(task => task !== 'send-mail')
}

const orderState = async (orderId: string) =>
  (await db().order.findUniqueOrThrow({ where: { id: orderId } })).status

describe('the completer', () => {
  test('takes a hold and a capture that an outage left open to their ends, and then has nothing to do', async () => {
    const { employer, savedCardId } = parties
    const holding = await newOrder(parties, 'placed')
    const hold = () =>
      authorizeOrder(employer, { orderId: holding, savedCardId, requestKey: newRequestKey() })
    await duringOutage('fail_after', '/v1/payment_intents', hold)
    const capturing = await newOrder(parties, 'delivered')
    const approve = () => capturePayment(employer, { orderId: capturing })
    await duringOutage('fail_after', '/v1/payment_intents/:id/capture', approve)
    await clearJobs()
    await resumeUnfinished()
    expect(await runJobs()).toEqual([])
    await letGraceEnd()
    await resumeUnfinished()
    expect((await runJobs()).filter(job => job === 'resume-payment')).toHaveLength(2)
    expect([await orderState(holding), await orderState(capturing)]).toEqual(['held', 'completed'])
    await letGraceEnd()
    await resumeUnfinished()
    expect(await runJobs()).toEqual([])
  })

  test('queued twice over is one job', async () => {
    const { employer, savedCardId } = parties
    const orderId = await newOrder(parties, 'placed')
    const hold = () => authorizeOrder(employer, { orderId, savedCardId, requestKey: newRequestKey() })
    await duringOutage('fail_before', '/v1/payment_intents', hold)
    await clearJobs()
    await letGraceEnd()
    await resumeUnfinished()
    await resumeUnfinished()
    expect(await runJobs()).toEqual(['resume-payment'])
    expect(await orderState(orderId)).toBe('held')
  })

  test('asks Stripe again for the Customer of somebody who signed up during an outage', async () => {
    const customer = await db().customer.findFirstOrThrow({ where: { userId: parties.employer.userId } })
    await db().customer.update({ where: { id: customer.id }, data: { stripeCustomerId: null } })
    await letGraceEnd()
    await resumeUnfinished()
    expect(await runJobs()).toContain('create-customer')
    const after = await db().customer.findUniqueOrThrow({ where: { id: customer.id } })
    expect(after.stripeCustomerId).toBe(customer.stripeCustomerId)
  })
})
