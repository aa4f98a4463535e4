import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { ok } from '../result.ts'

/** The platform's money has become available: what waits for it to be sent to contractors is tried again now. */
export async function recordAvailableBalance(): Promise<{ ok: true; value: number }> {
  return transaction(async tx => {
    const waiting = {
      livemode: env().stripe.livemode,
      status: 'requested' as const,
      nextTryAt: { not: null },
    }
    const rows = await tx.retransfer.findMany({ where: waiting, select: { id: true } })
    await tx.retransfer.updateMany({ where: waiting, data: { nextTryAt: null } })
    for (const { id } of rows)
      await enqueue(tx, 'resume-retransfer', { retransferId: id }, { key: `retransfer:${id}` })
    return ok(rows.length)
  })
}
