import { auditInsert } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { Prisma } from '../db.ts'
import { env } from '../env.ts'
import { jobCall } from '../jobs/enqueue.ts'
import { expectPosted, ledgerParts } from '../ledger/post-transaction.ts'
import type { Transition } from '../orders/model.ts'
import { orderMove } from '../orders/move-order.ts'
import { orderEventInsert } from '../orders/record-order-event.ts'
import { type Run, run, runTogether } from '../sql.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import { SYSTEM } from '../users/model.ts'
import { declineReason, type PaymentStatus } from './model.ts'
import { factsOf, type PaymentBefore } from './payment-facts.ts'
import { isLater, isOver, isOvertaken, statusOf } from './payment-reading.ts'
import { recordRenewal } from './record-renewal.ts'

/** The row, and whether it is one of two: then what Stripe says of it is for recordRenewal. */
type LockedRow = PaymentBefore & { isOfRenewal: boolean }

/**
 * Locks the order, then its payment: whoever claims an order locks it first and writes to its payment then, and in any other
 * order each could have what the other waits for (docs/decisions/0017-lock-order.md).
 */
async function lockRow(run: Run, snapshot: PaymentSnapshot): Promise<LockedRow | undefined> {
  const { paymentIntentId } = snapshot
  const isMeant = Prisma.sql`p.livemode = ${env().stripe.livemode}
    AND (p.stripe_payment_intent_id = ${paymentIntentId}
      OR (p.id = ${snapshot.paymentId} AND p.stripe_payment_intent_id IS NULL))`
  const [row] = await run<LockedRow>(Prisma.sql`
    WITH own_order AS (
      SELECT o.id FROM orders o JOIN payments p ON p.order_id = o.id WHERE ${isMeant} FOR NO KEY UPDATE OF o
    )
    SELECT p.id, p.order_id AS "orderId", p.livemode, p.connected_account_id AS "connectedAccountId", p.status, p.amount,
      p.currency, p.release_requested_at IS NOT NULL AS "isReleasing",
      p.replaces_payment_id IS NOT NULL OR p.surplus_at IS NOT NULL AS "isOfRenewal"
    FROM payments p JOIN own_order ON own_order.id = p.order_id WHERE ${isMeant}
    FOR NO KEY UPDATE OF p`)
  return row
}

/**
 * Parts of a `WITH`: `mirrored`, where the row becomes what Stripe says, if it is still as it was, once its order is locked for the
 * reason that `lockRow` gives. What only a captured payment has is left alone before.
 */
function mirror(row: PaymentBefore, snapshot: PaymentSnapshot, status: PaymentStatus): Prisma.Sql {
  const captured = snapshot.status === 'succeeded'
  const ofCapture = Prisma.sql`, stripe_transfer_id = ${snapshot.transferId},
    stripe_application_fee_id = ${snapshot.applicationFeeId}, amount_captured = ${snapshot.amountCaptured},
    commission_captured = ${snapshot.commission}, processing_fee = ${snapshot.processingFee},
    available_on = ${snapshot.availableOn?.toISOString() ?? null}::timestamp`
  return Prisma.sql`
    own_order AS (SELECT id FROM orders WHERE id = ${row.orderId} FOR NO KEY UPDATE), mirrored AS (
    UPDATE payments SET status = ${status}::"PaymentStatus", stripe_payment_intent_id = ${snapshot.paymentIntentId},
      stripe_charge_id = ${snapshot.chargeId}, amount_capturable = ${snapshot.amountCapturable},
      capture_before_at = ${snapshot.captureBefore?.toISOString() ?? null}::timestamp,
      decline_code = ${snapshot.declineCode}, failure_code = ${snapshot.failureCode},
      updated_at = ${now().toISOString()}::timestamp ${captured ? ofCapture : Prisma.empty}
    FROM own_order
    WHERE payments.id = ${row.id} AND payments.order_id = own_order.id AND status = ${row.status}::"PaymentStatus"
      AND (release_requested_at IS NOT NULL) = ${row.isReleasing} RETURNING payments.id)`
}

/** Ties the other parts of the statement to the row's change. */
const IF_MIRRORED = Prisma.sql`EXISTS (SELECT FROM mirrored)`
const FROM_MIRRORED = Prisma.sql`FROM mirrored`

/** What a payment's new status means for its order, in the order's own words. */
function orderParts(row: PaymentBefore, snapshot: PaymentSnapshot, status: PaymentStatus): Prisma.Sql[] {
  const { currency } = row
  const amount = row.amount.toString()
  const move = (transition: Transition, data: Prisma.InputJsonObject = {}) =>
    orderMove(row.orderId, transition, { actorId: null, data }, IF_MIRRORED)
  if (status === 'requires_capture') {
    return [move('hold', { amount, currency, until: snapshot.captureBefore?.toISOString() ?? null })]
  }
  if (status === 'succeeded') {
    const [captured, commission] = [snapshot.amountCaptured.toString(), snapshot.commission.toString()]
    return [move('capture', { amount: captured, commission, currency })]
  }
  if (status === 'canceled') return [move(row.isReleasing ? 'cancel' : 'expire', { amount, currency })]
  if (status !== 'failed') return []
  const reason = declineReason(snapshot.declineCode, snapshot.failureCode)
  const by = { actorId: null, data: { reason } }
  const declined = orderEventInsert(row.orderId, 'hold_declined', by, FROM_MIRRORED)
  return [Prisma.sql`declined AS (${declined})`, ...(row.isReleasing ? [move('cancel')] : [])]
}

/** Work that the new state leaves to do: a release asked for meanwhile, or an attempt that must not be completed later. */
function leavesWork(row: PaymentBefore, status: PaymentStatus): boolean {
  return row.status !== status && (status === 'failed' || (row.isReleasing && !isOver(status)))
}

/** Everything that a new status means, as parts of the statement that writes it. */
function changeParts(row: PaymentBefore, snapshot: PaymentSnapshot, status: PaymentStatus): Prisma.Sql[] {
  const audit = auditInsert(
    SYSTEM,
    {
      action: `payment.${status}`,
      subject: { type: 'payment', id: row.id },
      before: { status: row.status },
      after: { status, amountCaptured: snapshot.amountCaptured.toString() },
    },
    FROM_MIRRORED,
  )
  return [...orderParts(row, snapshot, status), Prisma.sql`audited AS (${audit})`]
}

/**
 * Writes what Stripe says in one statement: the row, the ledger, and for a new status the order, its history and the audit.
 * False, and nothing is written, when the row is not as it was said to be.
 */
async function apply(
  run: Run,
  row: PaymentBefore,
  snapshot: PaymentSnapshot,
  status: PaymentStatus,
): Promise<boolean> {
  const facts = factsOf(row, snapshot, status)
  const parts = [
    mirror(row, snapshot, status),
    ledgerParts(facts, IF_MIRRORED),
    ...(row.status === status ? [] : changeParts(row, snapshot, status)),
  ]
  const [written] = await run<{ posted: string[] }>(Prisma.sql`
    WITH ${Prisma.join(parts, ', ')} SELECT array(SELECT code FROM posted_fact) AS posted FROM mirrored`)
  if (written) await expectPosted(run, facts, written.posted)
  return written !== undefined
}

async function lockAndApply(
  run: Run,
  snapshot: PaymentSnapshot,
): Promise<PaymentStatus | 'of_renewal' | null> {
  const row = await lockRow(run, snapshot)
  if (!row) return null
  if (row.isOfRenewal) return 'of_renewal'
  const status = statusOf(snapshot)
  if (isOvertaken(row.status, status)) return row.status
  await apply(run, row, snapshot, status)
  if (leavesWork(row, status)) {
    const job = jobCall('resume-payment', { paymentId: row.id }, { key: `payment:${row.id}` })
    await run(Prisma.sql`SELECT ${job}`)
  }
  return status
}

/**
 * Applies what Stripe says of a PaymentIntent to our row and its order, once: the only function that marks a payment
 * held, captured or canceled. Called by the action that just acted, by webhooks and by the job that resumes.
 * A snapshot older than what is known changes nothing. Returns the row's status, or null for an intent that is not ours.
 * Whoever made the row a moment ago says how (`made`): most often it is so still, and one statement is enough.
 */
export async function recordPayment(
  snapshot: PaymentSnapshot,
  made?: PaymentBefore,
): Promise<PaymentStatus | null> {
  const status = statusOf(snapshot)
  const isEnough = made && isLater(status, made.status) && !leavesWork(made, status)
  if (isEnough && (await apply(run, made, snapshot, status))) return status
  const recorded = await runTogether(together => lockAndApply(together, snapshot))
  return recorded === 'of_renewal' ? recordRenewal(snapshot) : recorded
}
