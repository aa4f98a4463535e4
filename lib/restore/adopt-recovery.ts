import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import type { RecoveryInstrument } from '../recoveries/model.ts'
import { ok, type Result } from '../result.ts'
import { type DisputeSnapshot, retrieveDispute } from '../stripe/disputes.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { MadeTaking } from '../stripe/made-takings.ts'
import type { ToldRecovery } from '../stripe/taking-metadata.ts'
import { SYSTEM } from '../users/model.ts'
import { adoptUser } from './adopt-user.ts'
import type { Report } from './report.ts'

/** The dispute's row under its old id, before any of its money has moved: recordDispute adds the rest. */
async function insertDispute(
  tx: Tx,
  id: string | null,
  payment: Prisma.PaymentGetPayload<object>,
  snapshot: DisputeSnapshot,
): Promise<string> {
  const { stripeDisputeId, amount, currency, reason, status, openedAt, isChargeRefundable } = snapshot
  const { livemode, id: paymentId, orderId } = payment
  const stripe = { stripeDisputeId, amount, currency, reason, status, openedAt, isChargeRefundable }
  const made = await tx.dispute.create({ data: { id: id ?? newId('dsp'), livemode, paymentId, ...stripe } })
  const data = { amount: amount.toString(), currency, reason }
  await recordOrderEvent(tx, orderId, 'dispute_opened', { actorId: null, data })
  return made.id
}

/** The dispute that a recovery follows from: the one that is here, or the lost one made again; null for none. */
async function disputeOf(told: ToldRecovery): Promise<Result<string | null, StripeFailure>> {
  const { stripeDisputeId, paymentId } = told
  if (!stripeDisputeId) return ok(null)
  const known = await db().dispute.findFirst({ where: { stripeDisputeId, livemode: env().stripe.livemode } })
  if (known) return ok(known.id)
  const payment = await db().payment.findUnique({ where: { id: paymentId ?? '' } })
  if (!payment) return ok(null)
  const snapshot = await retrieveDispute(stripeDisputeId)
  if (!snapshot.ok) return snapshot
  return ok(await transaction(tx => insertDispute(tx, told.disputeId, payment, snapshot.value)))
}

async function insert(
  made: MadeTaking,
  told: ToldRecovery,
  instrument: RecoveryInstrument,
  disputeId: string | null,
) {
  const { recoveryId: id, requestKey, contractorId, connectedAccountId, reason, note, owedIfRefused } = told
  const payment = await db().payment.findUnique({ where: { id: told.paymentId ?? '' } })
  await transaction(async tx => {
    const of = {
      contractorId,
      connectedAccountId,
      orderId: payment?.orderId ?? null,
      paymentId: payment?.id ?? null,
    }
    const sums = { amount: told.recoveryAmount, currency: made.currency, createdAt: made.createdAt }
    const why = { requestKey, reason, note, owedIfRefused, disputeId, createdById: told.createdById }
    const { livemode } = env().stripe
    await tx.recovery.create({ data: { id, livemode, instrument, ...of, ...sums, ...why } })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'recovery.restored',
      subject: { type: 'recovery', id },
      after: { amount: sums.amount.toString(), currency: sums.currency, reason, note, instrument },
    })
  })
}

/**
 * Makes the row of a lost recovery again, as it was before Stripe was asked, from what one of its takings tells. True when the row is
 * there then.
 */
export async function adoptRecovery(
  report: Report,
  made: MadeTaking,
  told: ToldRecovery,
): Promise<Result<boolean, StripeFailure>> {
  if ((await db().recovery.count({ where: { id: told.recoveryId } })) > 0) return ok(true)
  const say = (problem: string) => {
    const proposal = 'Its movements are among the differences: post them with a reason.'
    report.find(`${made.instrument} ${made.stripeObjectId}`, problem, proposal)
    return ok(false)
  }
  const account = await db().connectedAccount.findUnique({ where: { id: told.connectedAccountId } })
  if (!account) return say('The contractor’s account that it was taken from is not known here.')
  const dispute = await disputeOf(told)
  if (!dispute.ok) return dispute
  if (dispute.value && (await db().recovery.count({ where: { disputeId: dispute.value } })) > 0)
    return say('For the same dispute money has been taken again since: the contractor has paid twice.')
  const { createdById } = told
  const admin = { role: 'ADMIN', email: '', displayName: '', country: '', createdAt: made.createdAt } as const
  if (createdById) await adoptUser(report, { ...admin, userId: createdById })
  const isCollection = made.told?.collectionId !== null
  await insert(made, told, isCollection ? 'receivable' : made.instrument, dispute.value)
  report.count('recoveries')
  return ok(true)
}
