import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { enqueue } from './enqueue.ts'

/** How long an operation may take on its own before the sweep looks after it. */
const GRACE_MS = 30_000
const BATCH = 500
/** How long a begun card is looked after each minute; Stripe's events tell of later ones. */
const CARD_SETUP_MS = 600_000

async function sweepPayments(tx: Tx, before: Date): Promise<void> {
  const rows = await tx.payment.findMany({
    where: {
      updatedAt: { lt: before },
      OR: [
        { status: { in: ['pending', 'requires_action'] } },
        { status: 'requires_capture', captureRequestedAt: { not: null } },
        { status: 'requires_capture', releaseRequestedAt: { not: null } },
        { status: 'requires_capture', captureBeforeAt: { lt: now() } },
      ],
    },
    select: { id: true },
    take: BATCH,
  })
  for (const { id } of rows) await enqueue(tx, 'resume-payment', { paymentId: id }, { key: `payment:${id}` })
}

/** Refunds, recoveries and payouts that Stripe has not answered. */
async function sweepRequests(tx: Tx, before: Date): Promise<void> {
  const open = { status: 'requested' as const, updatedAt: { lt: before } }
  const refunds = await tx.refund.findMany({ where: open, select: { id: true }, take: BATCH })
  for (const { id } of refunds) await enqueue(tx, 'resume-refund', { refundId: id }, { key: `refund:${id}` })
  const recoveries = await tx.recovery.findMany({ where: open, select: { id: true }, take: BATCH })
  for (const { id } of recoveries)
    await enqueue(tx, 'resume-recovery', { recoveryId: id }, { key: `recovery:${id}` })
  const payouts = await tx.payout.findMany({ where: open, select: { id: true }, take: BATCH })
  for (const { id } of payouts) await enqueue(tx, 'resume-payout', { payoutId: id }, { key: `payout:${id}` })
  const collections = await tx.collection.findMany({ where: open, select: { recoveryId: true }, take: BATCH })
  for (const { recoveryId } of collections)
    await enqueue(tx, 'resume-recovery', { recoveryId }, { key: `recovery:${recoveryId}` })
}

async function sweepSchedules(tx: Tx, before: Date): Promise<void> {
  const open = { status: 'requested' as const, updatedAt: { lt: before } }
  const rows = await tx.payoutScheduleChange.findMany({ where: open, select: { id: true }, take: BATCH })
  for (const { id } of rows)
    await enqueue(tx, 'resume-payout-schedule', { changeId: id }, { key: `payout_schedule:${id}` })
}

async function sweepEvidence(tx: Tx, before: Date): Promise<void> {
  const open = { status: 'requested' as const, updatedAt: { lt: before } }
  const rows = await tx.disputeEvidence.findMany({ where: open, select: { id: true }, take: BATCH })
  for (const { id } of rows)
    await enqueue(tx, 'resume-evidence', { evidenceId: id }, { key: `evidence:${id}` })
}

/** Those that were refused wait for their hour. */
async function sweepRetransfers(tx: Tx, before: Date): Promise<void> {
  const rows = await tx.retransfer.findMany({
    where: {
      status: 'requested',
      updatedAt: { lt: before },
      OR: [{ nextTryAt: null }, { nextTryAt: { lt: now() } }],
    },
    select: { id: true },
    take: BATCH,
  })
  for (const { id } of rows)
    await enqueue(tx, 'resume-retransfer', { retransferId: id }, { key: `retransfer:${id}` })
}

async function sweepSignUps(tx: Tx, before: Date): Promise<void> {
  const created = { createdAt: { lt: before } }
  const customers = await tx.customer.findMany({
    where: { stripeCustomerId: null, removedAt: null, ...created },
    take: BATCH,
  })
  for (const { userId } of customers)
    await enqueue(tx, 'create-customer', { userId }, { key: `create-customer:${userId}` })
  const accounts = await tx.connectedAccount.findMany({
    where: { stripeAccountId: null, ...created },
    take: BATCH,
  })
  for (const { userId } of accounts)
    await enqueue(tx, 'create-account', { userId }, { key: `create-account:${userId}` })
}

/** Customers of accounts that were deleted, of which Stripe has not heard yet. */
async function sweepDeletions(tx: Tx, before: Date): Promise<void> {
  const rows = await tx.customer.findMany({
    where: { removedAt: { lt: before }, goneAt: null },
    select: { id: true },
    take: BATCH,
  })
  for (const { id } of rows)
    await enqueue(tx, 'delete-customer', { customerRowId: id }, { key: `delete-customer:${id}` })
}

/** A card that the browser confirmed while we were not there to hear of it. One that nobody confirms is left alone after a while. */
async function sweepCardSetups(tx: Tx, before: Date): Promise<void> {
  const since = new Date(before.getTime() - CARD_SETUP_MS)
  const setups = await tx.cardSetup.findMany({
    where: { status: 'processing', updatedAt: { lt: before }, createdAt: { gt: since } },
    select: { id: true, stripeSetupIntentId: true },
    take: BATCH,
  })
  for (const { id, stripeSetupIntentId: setupIntentId } of setups) {
    if (setupIntentId) await enqueue(tx, 'sync-card-setup', { setupIntentId }, { key: `card-setup:${id}` })
  }
}

async function sweepEvents(tx: Tx, before: Date): Promise<void> {
  const events = await tx.stripeEvent.findMany({
    where: { state: { in: ['received', 'parked'] }, receivedAt: { lt: before } },
    select: { id: true },
    take: BATCH,
  })
  for (const { id } of events)
    await enqueue(tx, 'process-event', { stripeEventRowId: id }, { key: `event:${id}` })
}

/** Mails whose process died, or whose pause between two tries has passed without one. */
async function sweepMails(tx: Tx): Promise<void> {
  const late = await tx.notification.findMany({
    where: { mailState: 'pending', mailDueAt: { lt: now() } },
    select: { id: true },
    take: BATCH,
  })
  for (const { id } of late) await enqueue(tx, 'send-mail', { notificationId: id }, { key: `mail:${id}` })
}

const SWEEPS = [
  sweepMails,
  sweepPayments,
  sweepRequests,
  sweepSchedules,
  sweepEvidence,
  sweepRetransfers,
  sweepSignUps,
  sweepDeletions,
  sweepCardSetups,
  sweepEvents,
]

/**
 * The completer: finds every operation that a crash, an outage or an exhausted job left between two steps, and enqueues
 * the job that takes it on. Runs every minute; a job that is queued already stays one job, but an event that waits among others
 * gets one of its own: whichever comes second finds it handled.
 */
export async function resumeUnfinished(): Promise<void> {
  const before = new Date(now().getTime() - GRACE_MS)
  for (const sweep of SWEEPS) {
    await transaction(tx => sweep(tx, before))
  }
}
