import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { env } from '../env.ts'
import { syncRefund } from '../refunds/sync-refund.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { MadeRefund } from '../stripe/made.ts'
import { SYSTEM } from '../users/model.ts'
import { adoptUser } from './adopt-user.ts'
import type { Report } from './report.ts'

/** Makes the row of a lost refund again, as it was before Stripe answered. */
export async function adoptRefund(report: Report, made: MadeRefund): Promise<void> {
  const { refundId: id, stripeRefundId, told, amount, currency, createdAt } = made
  if ((await db().refund.count({ where: { id } })) > 0) return
  const { livemode } = env().stripe
  const where = { livemode, stripePaymentIntentId: made.paymentIntentId }
  const payment = await db().payment.findFirst({ where })
  if (!told || !payment) {
    const problem = told
      ? 'Its payment is not known here.'
      : 'Stripe was not told why and by whom it was asked for.'
    const proposal = 'Its movements are among the differences: post them with a reason.'
    return report.find(`refund ${stripeRefundId}`, problem, proposal)
  }
  const { createdById, requestKey, ourReason: reason, note, reverseTransfer, refundCommission } = told
  const admin = { userId: createdById, role: 'ADMIN', email: '', displayName: '', country: '' } as const
  await adoptUser(report, { ...admin, createdAt })
  await transaction(async tx => {
    const choice = { reason, note, reverseTransfer, refundCommission }
    const of = { livemode, paymentId: payment.id, stripeRefundId, requestKey, createdById, createdAt }
    await tx.refund.create({ data: { id, amount, currency, ...of, ...choice } })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'refund.restored',
      subject: { type: 'refund', id },
      after: { paymentId: payment.id, stripeRefundId, amount: amount.toString(), currency, ...choice },
    })
  })
  report.count('refunds')
}

/** Records what became of the refunds, and so whose money is to go where because of it. */
export async function recordRefunds(refunds: MadeRefund[]): Promise<Result<void, StripeFailure>> {
  for (const { stripeRefundId } of refunds) {
    const synced = await syncRefund(stripeRefundId)
    if (!synced.ok) return synced
  }
  return ok()
}
