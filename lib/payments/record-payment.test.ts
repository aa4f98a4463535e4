import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { pool } from '../sql.ts'
import { retrievePayment } from '../stripe/payment-intents.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newOrder, newParties } from '../testing/marketplace.ts'
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts'
import { authorizeOrder } from './authorize-order.ts'
import { claimPayment } from './claim-payment.ts'
import { sendAuthorization } from './continue-authorization.ts'
import { recordPayment } from './record-payment.ts'

beforeAll(() => startLocalStripe())
afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)

/**
 * Starts `record` while somebody else has the order, who then writes to its payment as claims do. In any other order than the
 * order's row first, each would have what the other waits for, and PostgreSQL would refuse one of them.
 */
async function besideClaim(orderId: string, record: () => Promise<unknown>, write: string): Promise<void> {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT id FROM orders WHERE id = $1 FOR UPDATE', [orderId])
    const recorded = record()
    await untilSomebodyWaits()
    await client.query(write, [orderId])
    await client.query('COMMIT')
    await recorded
  } finally {
    client.release()
  }
}

const CLAIM_AGAIN = `
  INSERT INTO payments (id, order_id, request_key, livemode, connected_account_id, saved_card_id, amount, currency,
    commission_amount, updated_at)
  SELECT 'pay_' || gen_random_uuid(), order_id, request_key, livemode, connected_account_id, saved_card_id, amount,
    currency, commission_amount, updated_at FROM payments WHERE order_id = $1
  ON CONFLICT DO NOTHING`

test('a hold is recorded beside another press of the same button', async () => {
  const parties = await newParties()
  const orderId = await newOrder(parties, 'placed')
  const input = { orderId, savedCardId: parties.savedCardId, requestKey: newRequestKey() }
  const claimed = expectOk(await claimPayment(parties.employer, input), 'claim')
  if (!('made' in claimed)) throw new Error('the order had a payment already')
  await besideClaim(orderId, () => sendAuthorization(claimed.made, claimed.call), CLAIM_AGAIN)
  expect(await db().payment.findMany({ where: { orderId }, select: { status: true } })).toEqual([
    { status: 'requires_capture' },
  ])
})

test('what Stripe tells of a hold is recorded beside its approval', async () => {
  const parties = await newParties()
  const orderId = await newOrder(parties, 'delivered')
  const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const intent = stripePaymentIntentId ?? ''
  await doAtStripe(`payment_intents/${intent}/capture`)
  const told = expectOk(await retrievePayment(intent), 'read')
  await besideClaim(
    orderId,
    () => recordPayment(told),
    'UPDATE payments SET capture_requested_at = now() WHERE order_id = $1',
  )
  expect(await db().order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({
    status: 'completed',
  })
})

test('a press that waited for another one is told what that one has done', async () => {
  const parties = await newParties()
  const orderId = await newOrder(parties, 'held')
  const { id: other } = await db().order.findUniqueOrThrow({
    where: { id: await newOrder(parties, 'placed') },
  })
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  // As it was before the other press: the statement begins with that, and then waits.
  await db().payment.update({ where: { id: paymentId }, data: { orderId: other } })
  await db().order.update({ where: { id: orderId }, data: { status: 'placed' } })
  const client = await pool().connect()
  await client.query('BEGIN')
  await client.query('SELECT id FROM orders WHERE id = $1 FOR UPDATE', [orderId])
  const pressed = authorizeOrder(parties.employer, {
    orderId,
    savedCardId: parties.savedCardId,
    requestKey: newRequestKey(),
  })
  await untilSomebodyWaits()
  await client.query('UPDATE payments SET order_id = $1 WHERE id = $2', [orderId, paymentId])
  await client.query(`UPDATE orders SET status = 'held' WHERE id = $1`, [orderId])
  await client.query('COMMIT')
  client.release()
  expect(await pressed).toEqual({ ok: false, error: 'already_held' })
})
