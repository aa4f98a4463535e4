import { db } from '../db.ts'
import { syncDisputes } from '../disputes/sync-disputes.ts'
import { newRequestKey } from '../ids.ts'
import { requestChanges } from '../orders/request-changes.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import type { Actor } from '../users/model.ts'
import { expectOk } from './expect-ok.ts'

/** A delivered order for which the employer asks for something else. */
export async function arrangeChanges(employer: Actor, orderId: string, note: string): Promise<void> {
  expectOk(await requestChanges(employer, { orderId, note }), 'ask for changes')
}

/** A paid order of which an admin gives a part back, the contractor's share and the commission with it. */
export async function arrangeRefund(admin: Actor, orderId: string, amount: string): Promise<void> {
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId, status: 'succeeded' } })
  const why = { reason: 'not_as_agreed', note: 'Two of the pages were left out.' } as const
  const what = {
    paymentId,
    amount,
    reverseTransfer: true,
    refundCommission: true,
    requestKey: newRequestKey(),
  }
  expectOk(await requestRefund(admin, { ...what, ...why }), 'refund a part')
}

/** Hears of what the banks of cards ask back, which Stripe tells a moment after the payment. */
export async function arrangeDisputes(): Promise<void> {
  expectOk(await syncDisputes(), 'hear of disputes')
}
