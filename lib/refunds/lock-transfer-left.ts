import type { Tx } from '../db.ts'
import { readRefundable, transferLeft } from './refundable.ts'

/**
 * Locks a payment, and says what is left of its transfer to reverse, in minor units: whoever writes down that more of it is to be
 * reversed does so in the same transaction, so that two never count on the same money.
 */
export async function lockTransferLeft(
  tx: Tx,
  { id, livemode }: { id: string; livemode: boolean },
): Promise<bigint> {
  await tx.$queryRaw`SELECT id FROM payments WHERE id = ${id} FOR NO KEY UPDATE`
  const payment = await readRefundable(tx, id, livemode)
  return payment ? transferLeft(payment) : 0n
}
