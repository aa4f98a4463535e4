import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { Currency } from '../currencies.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { commissionOf } from '../money.ts'
import { commissionFor } from '../orders/commission.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import type { Actor } from '../users/model.ts'

export type NewOrder = {
  requestKey: string
  contractorId: string
  title: string
  description: string
  amount: bigint
  currency: Currency
  listingId?: string | null
  deliveryDays?: number | null
  projectId?: string
  milestone?: number
}

/**
 * Writes an order that was checked, with the commission of now, its history and the audit; returns its id. Within the caller's
 * transaction: a project is several orders or none.
 */
export async function insertOrder(tx: Tx, actor: Actor, order: NewOrder): Promise<string> {
  const { amount, currency, contractorId } = order
  const rate = await commissionFor(order, tx)
  const orderId = newId('ord')
  await tx.order.create({
    data: {
      ...order,
      id: orderId,
      livemode: env().stripe.livemode,
      employerId: actor.userId,
      commissionBps: rate.bps,
      commissionFixed: rate.fixed,
      commissionAmount: commissionOf(order, rate),
    },
  })
  await recordOrderEvent(tx, orderId, 'place', { actorId: actor.userId })
  await recordAuditEvent(tx, actor, {
    action: 'order.place',
    subject: { type: 'order', id: orderId },
    after: { amount: amount.toString(), currency, contractorId },
  })
  return orderId
}
