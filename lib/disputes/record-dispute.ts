import { type AuditAction, isAuditAction } from '../audit/actions-model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { requestRecovery } from '../recoveries/request-recovery.ts'
import { requestReturn } from '../recoveries/return-recovery.ts'
import type { DisputeSnapshot } from '../stripe/disputes.ts'
import { SYSTEM } from '../users/model.ts'
import { contractorShare, readShared } from './contractor-share.ts'
import { disputeStatusWords, isInquiry } from './model.ts'
import { postDispute } from './post-dispute.ts'

type PaymentRow = Prisma.PaymentGetPayload<{ include: { order: true } }>
type KnownDispute = Prisma.DisputeGetPayload<{ include: { recovery: { select: { id: true } } } }>
/** What a dispute's row mirrors of Stripe. */
type Mirror = Omit<DisputeSnapshot, 'chargeId' | 'paymentIntentId' | 'submissionCount'>

/** The captured payment that a dispute is about, locked, so that a refund is asked for before this or knows of it. */
async function lockPayment(
  tx: Tx,
  { chargeId, paymentIntentId }: DisputeSnapshot,
): Promise<PaymentRow | null> {
  const { livemode } = env().stripe
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payments WHERE livemode = ${livemode} AND status = 'succeeded'
    AND (stripe_charge_id = ${chargeId} OR stripe_payment_intent_id = ${paymentIntentId}) FOR NO KEY UPDATE`
  return found ? tx.payment.findUnique({ where: { id: found.id }, include: { order: true } }) : null
}

const moved = ({ amountWithdrawn, amountReinstated }: Mirror | KnownDispute) =>
  amountWithdrawn + amountReinstated
const rank = ({ status }: Mirror | KnownDispute) => disputeStatusWords(status).rank

/** A status that is new to us is a change like any other: the event says which. */
function disputeAction(status: string): AuditAction {
  const action = `dispute.${status}`
  return isAuditAction(action) ? action : 'dispute.updated'
}

/** A reading beside what is known: the status that is further along, and the money of whichever has seen more of it move. */
function latestOf(snapshot: DisputeSnapshot, known: KnownDispute | null): Mirror {
  const { chargeId: _, paymentIntentId: __, submissionCount: ___, ...mirror } = snapshot
  if (!known) return mirror
  const { status, isChargeRefundable, evidenceDueAt } = known
  const { amountWithdrawn, feeWithdrawn, amountReinstated, feeReturned } = known
  return {
    ...mirror,
    ...(rank(known) > rank(mirror) && { status, isChargeRefundable, evidenceDueAt }),
    ...(moved(known) > moved(mirror) && { amountWithdrawn, feeWithdrawn, amountReinstated, feeReturned }),
  }
}

/** The lines that the order's history gains. */
function newsOf(latest: Mirror, known: KnownDispute | null): string[] {
  const { status, amountWithdrawn, amountReinstated } = latest
  const became = (word: string) => status === word && known?.status !== word
  const hasKind = known !== null && isInquiry(known.status) === isInquiry(status)
  return [
    ...(hasKind ? [] : [isInquiry(status) ? 'inquiry_opened' : 'dispute_opened']),
    ...(amountWithdrawn > (known?.amountWithdrawn ?? 0n) ? ['dispute_withdrawn'] : []),
    ...(became('warning_closed') ? ['inquiry_closed'] : []),
    ...(became('lost') ? ['dispute_lost'] : []),
    ...(became('won') ? ['dispute_won'] : []),
    ...(amountReinstated > (known?.amountReinstated ?? 0n) ? ['dispute_reinstated'] : []),
  ]
}

/** Takes the contractor's part of what the bank took; the job reverses the transfer, or makes a debt of it. */
async function recoverShare(
  tx: Tx,
  disputeId: string,
  payment: PaymentRow,
  withdrawn: bigint,
  againKey?: string,
): Promise<void> {
  const shared = await readShared(tx, payment)
  const amount = shared ? contractorShare(shared, withdrawn) : 0n
  if (amount === 0n) return
  await requestRecovery(tx, SYSTEM, {
    requestKey: againKey ?? `dispute:${disputeId}`,
    livemode: payment.livemode,
    contractorId: payment.order.contractorId,
    connectedAccountId: payment.connectedAccountId,
    orderId: payment.orderId,
    paymentId: payment.id,
    ...(!againKey && { disputeId }),
    amount,
    currency: payment.currency,
    reason: 'disputed',
    instrument: 'transfer_reversal',
    owedIfRefused: true,
  })
}

/**
 * Takes the contractor's part when the bank takes the money, and returns it when the bank gives it back. If it takes the money
 * once more, so do we, by a recovery of its own: the first one is over.
 */
async function settleShare(
  tx: Tx,
  id: string,
  payment: PaymentRow,
  latest: Mirror,
  known: KnownDispute | null,
): Promise<void> {
  const { amountWithdrawn, amountReinstated } = latest
  const isTaken = amountWithdrawn > amountReinstated
  if (amountReinstated === 0n) {
    if (isTaken && !known?.recovery) await recoverShare(tx, id, payment, amountWithdrawn)
    return
  }
  if (known?.recovery) await requestReturn(tx, known.recovery.id)
  const again = await tx.recovery.findMany({ where: { requestKey: { startsWith: `dispute:${id}:` } } })
  const requestKey = `dispute:${id}:${amountWithdrawn}`
  if (!isTaken) for (const recovery of again) await requestReturn(tx, recovery.id)
  else if (!again.some(one => one.requestKey === requestKey))
    await recoverShare(tx, id, payment, amountWithdrawn - amountReinstated, requestKey)
}

async function writeHistory(
  tx: Tx,
  orderId: string,
  latest: Mirror,
  known: KnownDispute | null,
): Promise<void> {
  const { amount, amountWithdrawn, amountReinstated, currency, reason } = latest
  const sums: Record<string, bigint> = {
    dispute_withdrawn: amountWithdrawn,
    dispute_reinstated: amountReinstated,
  }
  for (const kind of newsOf(latest, known)) {
    const data = { amount: (sums[kind] ?? amount).toString(), currency, reason }
    await recordOrderEvent(tx, orderId, kind, { actorId: null, data })
  }
}

/**
 * Applies what Stripe says of a Dispute, once: the row, the ledger, the order's history, and the contractor's part, which is recovered
 * when the bank takes the money and returned when it gives it back. The outcome depends on what was read, not on the order in which it
 * is recorded. Null for a dispute of a payment that is not, or not yet, captured here.
 */
export async function recordDispute(snapshot: DisputeSnapshot): Promise<string | null> {
  return transaction(async tx => {
    const payment = await lockPayment(tx, snapshot)
    if (!payment) return null
    const { livemode, id: paymentId, orderId } = payment
    const { stripeDisputeId } = snapshot
    const known = await tx.dispute.findUnique({
      where: { livemode_stripeDisputeId: { livemode, stripeDisputeId } },
      include: { recovery: { select: { id: true } } },
    })
    const latest = latestOf(snapshot, known)
    const id = known?.id ?? newId('dsp')
    await tx.dispute.upsert({ where: { id }, create: { id, livemode, paymentId, ...latest }, update: latest })
    await postDispute(tx, { id, livemode }, known, latest)
    await writeHistory(tx, orderId, latest, known)
    await settleShare(tx, id, payment, latest, known)
    if (known?.status !== latest.status || moved(known) !== moved(latest)) {
      await recordAuditEvent(tx, SYSTEM, {
        action: disputeAction(latest.status),
        subject: { type: 'dispute', id },
        ...(known && { before: { status: known.status, withdrawn: known.amountWithdrawn.toString() } }),
        after: {
          status: latest.status,
          withdrawn: latest.amountWithdrawn.toString(),
          reinstated: latest.amountReinstated.toString(),
        },
      })
    }
    return latest.status
  })
}
