import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { env } from '../env.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import type { MadePayment } from '../stripe/made.ts'
import type { ToldPayment } from '../stripe/metadata.ts'
import { SYSTEM } from '../users/model.ts'
import { adoptProject } from './adopt-project.ts'
import { adoptUser } from './adopt-user.ts'
import type { Report } from './report.ts'

/** Moves the numbers of new orders past those that orders of the lost time have. Numbers that Stripe was not told of may come again. */
export async function skipUsedOrderNumbers(payments: MadePayment[]): Promise<void> {
  const numbers = payments.flatMap(({ told }) => told?.order.number ?? [])
  if (numbers.length === 0) return
  await db().$queryRaw`
    SELECT setval('orders_number_seq', greatest(${Math.max(...numbers)}::bigint, (SELECT last_value FROM orders_number_seq)))`
}

/** Whoever is not there yet by what Stripe keeps for them is known by an id alone. */
async function adoptParties(report: Report, { order }: ToldPayment, createdAt: Date): Promise<void> {
  const unknown = { email: '', displayName: '', country: '', createdAt }
  await adoptUser(report, { ...unknown, userId: order.employerId, role: 'EMPLOYER' })
  await adoptUser(report, { ...unknown, userId: order.contractorId, role: 'CONTRACTOR' })
}

/**
 * Makes a lost order again as it was placed, from what Stripe was told with its payment; what happened to it since is recorded with
 * that. Does nothing when the order is there.
 */
export async function adoptOrder(report: Report, made: MadePayment, told: ToldPayment): Promise<void> {
  const { orderId: id, number, orderRequestKey: requestKey, employerId, contractorId } = told.order
  if ((await db().order.count({ where: { id } })) > 0) return
  const { amount, currency, createdAt } = made
  await adoptParties(report, told, createdAt)
  const { title, description, commissionBps, commissionFixed, deliveryDays } = told.order
  // A listing that was made in the lost time is gone; the order has its own copy of what was agreed.
  const listing = await db().listing.findUnique({ where: { id: told.order.listingId ?? '' } })
  const isFree = (await db().order.count({ where: { number } })) === 0
  await transaction(async tx => {
    const work = { title, description, deliveryDays, listingId: listing?.id ?? null }
    const parties = { employerId, contractorId, requestKey, createdAt }
    const terms = { amount, currency, commissionBps, commissionFixed, commissionAmount: told.commission }
    const { livemode } = env().stripe
    const place = await adoptProject(tx, told.order)
    await tx.order.create({
      data: { id, livemode, ...(isFree && { number }), ...parties, ...work, ...terms, ...place },
    })
    await recordOrderEvent(tx, id, 'place', { actorId: employerId })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'order.restored',
      subject: { type: 'order', id },
      after: { number, amount: amount.toString(), currency, employerId, contractorId },
    })
  })
  report.count('orders')
  if (isFree) return
  const problem = `Another order has its number ${number} by now, so it has a new one.`
  report.find(`order ${id}`, problem, 'Tell the parties of it.')
}
