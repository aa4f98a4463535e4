import { transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'

/** Has everything that is owed tried again, or what one account owes. Each receivable is a job of its own. Returns how many. */
export async function collectReceivables(connectedAccountId?: string): Promise<number> {
  const { livemode } = env().stripe
  return transaction(async tx => {
    const rows = await tx.recovery.findMany({
      where: { livemode, status: 'owed', ...(connectedAccountId && { connectedAccountId }) },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    for (const { id } of rows)
      await enqueue(tx, 'resume-recovery', { recoveryId: id }, { key: `recovery:${id}` })
    return rows.length
  })
}
