import { now } from '../clock.ts'
import { db, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { moveOrder } from '../orders/move-order.ts'
import { isOver } from '../payments/payment-reading.ts'
import { isRenewing } from '../payments/renewal-state.ts'
import { syncPayment } from '../payments/sync-payment.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { listMadePayments, type MadePayment, retrieveMadePayment } from '../stripe/made.ts'
import { skipUsedOrderNumbers } from './adopt-order.ts'
import { adoptPayment } from './adopt-payment.ts'
import type { Report } from './report.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

const OPEN = ['pending', 'requires_action', 'requires_capture'] as const

/** Whether another payment of the order holds its money, has taken it, or still may. */
async function standsBeside(tx: Tx, row: PaymentRow, listed: MadePayment[]): Promise<boolean> {
  const isLive = ({ status }: MadePayment) => status !== 'canceled' && status !== 'requires_payment_method'
  const others = listed.filter(made => made.told?.order.orderId === row.orderId && made.paymentId !== row.id)
  if (others.some(isLive)) return true
  const heard = [row.id, ...others.map(({ paymentId }) => paymentId)]
  const live = { status: { in: [...OPEN, 'succeeded' as const] }, surplusAt: null }
  return (await tx.payment.count({ where: { orderId: row.orderId, id: { notIn: heard }, ...live } })) > 0
}

/** What people did in the lost time and no other object of Stripe's tells: that an order was held before it was captured, or canceled. */
async function recall(tx: Tx, made: MadePayment, listed: MadePayment[]): Promise<void> {
  const row = await tx.payment.findUnique({ where: { id: made.paymentId } })
  if (!row || isOver(row.status)) return
  if (made.status === 'succeeded' && row.status !== 'requires_capture') {
    const data = { amount: row.amount.toString(), currency: row.currency }
    await moveOrder(tx, row.orderId, 'hold', { actorId: null, data })
  }
  const wasReleased = made.isLetGo && made.hasHeld && !isRenewing(row)
  if (!wasReleased || row.releaseRequestedAt || row.captureRequestedAt) return
  if (await standsBeside(tx, row, listed)) return
  await tx.payment.update({ where: { id: row.id }, data: { releaseRequestedAt: now() } })
}

async function bringUpToDate(
  made: MadePayment,
  listed: MadePayment[],
): Promise<Result<unknown, StripeFailure>> {
  await transaction(tx => recall(tx, made, listed))
  return syncPayment(made.paymentIntentId)
}

/** Every payment that is open here, or those of one order, as Stripe has it. A renewal comes before the hold that it replaces. */
async function syncOpen(listed: MadePayment[], orderId?: string): Promise<Result<void, StripeFailure>> {
  const rows = await db().payment.findMany({
    where: {
      ...(orderId && { orderId }),
      livemode: env().stripe.livemode,
      status: { in: [...OPEN] },
      stripePaymentIntentId: { not: null },
    },
    orderBy: { id: 'desc' },
  })
  for (const { stripePaymentIntentId } of rows) {
    const known = listed.find(made => made.paymentIntentId === stripePaymentIntentId)
    const made = known ? ok(known) : await retrieveMadePayment(stripePaymentIntentId ?? '')
    if (!made.ok) return made
    const done = made.value ? await bringUpToDate(made.value, listed) : ok()
    if (!done.ok) return done
  }
  return ok()
}

/**
 * Makes the payments and orders again that were made in the lost time, oldest first, and brings all that are open up to date: what was
 * held, captured, let go or declined since.
 */
export async function adoptPayments(report: Report, since: Date): Promise<Result<void, StripeFailure>> {
  const listed = await listMadePayments(since)
  if (!listed.ok) return listed
  await skipUsedOrderNumbers(listed.value)
  for (const made of listed.value) {
    const isNew = (await db().payment.count({ where: { id: made.paymentId } })) === 0
    // What stood in its order before it has come to its end; a renewal stands beside it.
    const isAlone = isNew && made.told && !made.told.replacesPaymentId
    const before = isAlone ? await syncOpen(listed.value, made.told?.order.orderId) : ok()
    if (!before.ok) return before
    if (!(await adoptPayment(report, made))) continue
    const done = await bringUpToDate(made, listed.value)
    if (!done.ok) return done
  }
  return syncOpen(listed.value)
}
