import { expect } from 'vitest'
import { db } from '../db.ts'
import { resumePayment } from '../payments/resume-payment.ts'

/** An order with its payments and history, oldest first. */
export const orderOf = (orderId: string) =>
  db().order.findUniqueOrThrow({
    where: { id: orderId },
    include: { payments: { orderBy: { id: 'asc' } }, events: { orderBy: { id: 'asc' } } },
  })

/** The kinds of the latest events of an order, oldest first. */
export const latestKinds = async (orderId: string, count: number): Promise<string[]> =>
  (await orderOf(orderId)).events.slice(-count).map(({ kind }) => kind)

/** Does what our worker does for every payment of an order that is not over. */
export async function resumeAll(orderId: string): Promise<void> {
  for (const { id } of (await orderOf(orderId)).payments)
    expect(await resumePayment(id)).toMatchObject({ ok: true })
}
