import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { requestReturn } from '../recoveries/return-recovery.ts'
import { recordRetransfer } from '../retransfers/record-retransfer.ts'
import type { MadeRetransfer } from '../stripe/made-takings.ts'
import { SYSTEM } from '../users/model.ts'
import type { Report } from './report.ts'

async function insert(made: MadeRetransfer, told: NonNullable<MadeRetransfer['told']>): Promise<void> {
  const { retransferId: id, connectedAccountId, orderId, refundId, recoveryId, commissionKept } = told
  const { stripeTransferId, amount, currency, createdAt } = made
  await transaction(async tx => {
    const because = { connectedAccountId, orderId, refundId, recoveryId }
    const sums = { amount, currency, commissionKept, createdAt, attemptedAt: createdAt }
    await tx.retransfer.create({
      data: { id, livemode: env().stripe.livemode, stripeTransferId, ...because, ...sums },
    })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'retransfer.restored',
      subject: { type: 'retransfer', id },
      after: { because: refundId ?? recoveryId, amount: amount.toString(), currency },
    })
  })
}

/**
 * Makes the row of a lost retransfer again. It has to be there before the refund that failed, or the dispute that was won, is
 * recorded: that would otherwise send the money a second time.
 */
export async function adoptRetransfer(report: Report, made: MadeRetransfer): Promise<void> {
  const { told, stripeTransferId } = made
  const known = await db().retransfer.count({
    where: { OR: [{ stripeTransferId }, { id: told?.retransferId ?? '' }] },
  })
  if (known > 0) return
  const say = (problem: string) =>
    report.find(`transfer ${stripeTransferId}`, problem, 'See the differences, and post it with a reason.')
  if (!told) return say('Stripe was not told why it was made, and its row is lost.')
  const refunds = await db().refund.count({ where: { id: told.refundId ?? '' } })
  const recoveries = await db().recovery.count({ where: { id: told.recoveryId ?? '' } })
  if (refunds + recoveries === 0) return say('The refund or recovery that it is for is not known here.')
  try {
    await insert(made, told)
    report.count('transfers made again')
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    say('For the same reason another one is on its way: the contractor would get it twice.')
  }
}

/** Records that they were made. */
export async function recordRetransfers(transfers: MadeRetransfer[]): Promise<void> {
  for (const { told, stripeTransferId } of transfers) {
    const row = await db().retransfer.findUnique({ where: { id: told?.retransferId ?? '' } })
    if (!row) continue
    const { id, recoveryId } = row
    // Its reason may be lost with an answer to an objection. That it was made says enough.
    if (recoveryId) await transaction(tx => requestReturn(tx, recoveryId))
    await recordRetransfer(id, stripeTransferId)
  }
}
