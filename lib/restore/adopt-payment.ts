import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import type { MadePayment } from '../stripe/made.ts'
import type { ToldPayment } from '../stripe/metadata.ts'
import { SYSTEM } from '../users/model.ts'
import { adoptOrder } from './adopt-order.ts'
import type { Report } from './report.ts'

const AT_STRIPE =
  'Look at it in the Stripe dashboard, and cancel or refund it there if nobody can say what it is for.'

/** The card that was charged and the account that the money is for. */
async function endsOf({ paymentMethodId, stripeAccountId }: MadePayment) {
  const { livemode } = env().stripe
  const card = await db().savedCard.findFirst({ where: { livemode, stripePaymentMethodId: paymentMethodId } })
  const account = await db().connectedAccount.findFirst({ where: { livemode, stripeAccountId } })
  return card && account ? { savedCardId: card.id, connectedAccountId: account.id } : null
}

async function insert(
  made: MadePayment,
  told: ToldPayment,
  ends: NonNullable<Awaited<ReturnType<typeof endsOf>>>,
) {
  const { paymentId: id, requestKey, commission: commissionAmount } = told
  const { paymentIntentId: stripePaymentIntentId, amount, currency, createdAt } = made
  const { orderId } = told.order
  await transaction(async tx => {
    const replaced = await tx.payment.findUnique({ where: { id: told.replacesPaymentId ?? '' } })
    const { livemode } = env().stripe
    const sums = { amount, currency, commissionAmount, createdAt }
    const names = { id, orderId, requestKey, livemode, stripePaymentIntentId, ...ends }
    await tx.payment.create({ data: { ...names, ...sums, replacesPaymentId: replaced?.id ?? null } })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'payment.restored',
      subject: { type: 'payment', id },
      after: { orderId, paymentIntentId: stripePaymentIntentId, amount: amount.toString(), currency },
    })
  })
}

/**
 * Makes the row of a lost payment again, with its order, as it was before Stripe was asked: what became of it is recorded after that
 * as ever. True when the row is there then.
 */
export async function adoptPayment(report: Report, made: MadePayment): Promise<boolean> {
  const { told, paymentIntentId } = made
  if ((await db().payment.count({ where: { id: made.paymentId } })) > 0) return true
  const say = (problem: string) => {
    if (made.hasHeld || made.status !== 'canceled')
      report.find(`payment ${paymentIntentId}`, problem, AT_STRIPE)
    return false
  }
  if (!told) return say('Its row is lost, and Stripe was not told what it is for.')
  await adoptOrder(report, made, told)
  const ends = await endsOf(made)
  if (!ends)
    return say(`Its card or its contractor’s account is not known here (order ${told.order.orderId}).`)
  try {
    await insert(made, told, ends)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return say(`Another payment stands for its order ${told.order.orderId} here.`)
  }
  report.count('payments')
  return true
}
