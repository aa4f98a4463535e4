import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { deliverAgain } from './deliver-again.ts'
import { getStripeEvent } from './get-event.ts'
import { createIngestServer } from './ingest-server.ts'
import { processWaiting } from './process-waiting.ts'

let admin: Actor
let hasEnded = false

/** What the worker would do, all the time. */
async function work(): Promise<void> {
  while (!hasEnded) {
    await processWaiting()
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const server = createIngestServer()
let working: Promise<void>
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const hook = `http://127.0.0.1:${port}/api/webhooks/stripe=${env().stripe.webhookSecrets[0]}`
  await startLocalStripe({ args: ['--webhook', hook] })
  admin = await newAdmin()
  working = work()
})
afterAll(async () => {
  hasEnded = true
  await working
  server.close()
  server.closeAllConnections()
})

/** The first and last event that was handled about an order's PaymentIntent. */
async function eventsOf(orderId: string): Promise<[first: string, last: string]> {
  const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const where = { objectId: stripePaymentIntentId ?? '', state: 'handled' } as const
  await expect
    .poll(() => db().stripeEvent.count({ where: { ...where, type: 'payment_intent.succeeded' } }))
    .toBe(1)
  const rows = await db().stripeEvent.findMany({ where, orderBy: { id: 'asc' } })
  return [rows[0]?.id ?? '', rows.at(-1)?.id ?? '']
}

test('an event that comes twice, after a later one, or late is heard, and changes nothing', async () => {
  const orderId = await newOrder(await newParties(), 'completed')
  const [first, last] = await eventsOf(orderId)
  const books = async () => [
    await db().ledgerTransaction.count(),
    await db().orderEvent.count(),
    await db().payment.findFirstOrThrow({
      where: { orderId },
      select: { status: true, amountCaptured: true },
    }),
  ]
  const before = await books()
  const again = (stripeEventRowId: string, how: 'duplicate' | 'out_of_order' | 'late') =>
    deliverAgain(admin, { stripeEventRowId, how })
  expect(await again(first, 'duplicate')).toEqual({
    ok: true,
    value: { how: 'duplicate', stored: 0, changes: 0 },
  })
  expect(await again(first, 'out_of_order')).toEqual({
    ok: true,
    value: { how: 'out_of_order', stored: 2, changes: 0 },
  })
  const started = Date.now()
  expect(await again(last, 'late')).toEqual({ ok: true, value: { how: 'late', stored: 1, changes: 0 } })
  expect(Date.now() - started).toBeGreaterThan(3500)
  expect(await books()).toEqual(before)
  await expectInvariants()
  const audit = await db().auditEvent.findMany({ where: { action: 'stripe_event.deliver_again' } })
  expect(audit.map(({ after }) => (after as { how: string }).how).sort()).toEqual([
    ...['duplicate', 'late', 'out_of_order'],
  ])

  const newest = await db().stripeEvent.findFirstOrThrow({
    where: { objectId: (await db().stripeEvent.findUniqueOrThrow({ where: { id: first } })).objectId },
    orderBy: { id: 'desc' },
  })
  expect(await again(newest.id, 'out_of_order')).toEqual({ ok: false, error: 'nothing_later' })
  expect((await getStripeEvent(admin, newest.id))?.deliveries).toEqual(['duplicate', 'late'])
})

test('what an event changed is told: what was recorded of its object while it was handled', async () => {
  const orderId = await newOrder(await newParties('pm_card_createDispute'), 'completed')
  const { id } = await db().payment.findFirstOrThrow({ where: { orderId } })
  await expect.poll(() => db().dispute.count({ where: { paymentId: id } })).toBe(1)
  const where = { type: 'charge.dispute.created', state: 'handled' } as const
  await expect.poll(() => db().stripeEvent.count({ where })).toBe(1)
  const event = await db().stripeEvent.findFirstOrThrow({ where })
  const detail = await getStripeEvent(admin, event.id)
  expect(detail?.changes.map(({ book, code }) => `${book} ${code}`)).toEqual(
    expect.arrayContaining(['ledger dispute_withdrawn', 'audit dispute.needs_response']),
  )
  expect(JSON.parse(detail?.payload ?? '')).toMatchObject({ type: 'charge.dispute.created' })
})

test('only who may replay can, and beside a real Stripe nobody: there it is not offered either', async () => {
  const { id } = await db().stripeEvent.findFirstOrThrow()
  const wish = { stripeEventRowId: id, how: 'duplicate' } as const
  const support = await newAdmin('support')
  expect(await deliverAgain(support, wish)).toEqual({ ok: false, error: 'not_found' })
  expect((await getStripeEvent(support, id))?.deliveries).toEqual([])
  const { stripe } = env()
  for (const mode of ['test', 'live'] as const) {
    stripe.mode = mode
    expect(await deliverAgain(admin, wish)).toEqual({ ok: false, error: 'not_local' })
    expect((await getStripeEvent(admin, id))?.deliveries).toEqual([])
  }
  stripe.mode = 'local'
})
