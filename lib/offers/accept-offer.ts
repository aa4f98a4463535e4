import { createHash } from 'node:crypto'
import { now } from '../clock.ts'
import { db, type Prisma, transaction } from '../db.ts'
import { moneyOf } from '../money.ts'
import { notify } from '../notifications/notify.ts'
import { placeOrder } from '../payments/place-order.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { AcceptOfferInput, OfferErrorCode } from './model.ts'

type Accepted = Result<{ orderId: string }, OfferErrorCode>
type Row = Prisma.OfferGetPayload<object>

/** Each offer becomes one order, because the order's key is made of the offer's id. */
function orderKeyOf(offerId: string): string {
  return `req_${createHash('sha256').update(`offer ${offerId}`).digest('hex').slice(0, 32)}`
}

/** Marks the offer as accepted before the order is there, so that the contractor can change nothing any more. */
async function claim({ id, employerId }: Row, offeredAt: Date): Promise<void> {
  await db().offer.updateMany({
    where: { id, employerId, status: 'offered', offeredAt, expiresAt: { gt: now() } },
    data: { status: 'accepted' },
  })
}

/** The order of an accepted offer. What a crash left between the two is finished by whoever presses again. */
async function finish(actor: Actor, offer: Row): Promise<Accepted> {
  const { id, contractorId, title, description, amount, currency, deliveryDays } = offer
  invariant(
    title && description && amount && currency && deliveryDays,
    `offer ${id} is accepted without terms`,
  )
  const order = { contractorId, title, description, deliveryDays, ...moneyOf(amount, currency) }
  const placed = await placeOrder(actor, { ...order, requestKey: orderKeyOf(id) })
  if (!placed.ok) {
    await db().offer.updateMany({ where: { id, orderId: null }, data: { status: 'offered' } })
    return fail(placed.error === 'currency_not_payable' ? 'wrong_currency' : 'not_payable')
  }
  const { orderId } = placed.value
  await transaction(async tx => {
    await tx.offer.update({ where: { id }, data: { status: 'accepted', orderId } })
    const told = { kind: 'offer_accepted', fact: `offer:${id}:accepted`, orderId, data: {} } as const
    await notify(tx, { ...told, recipientId: contractorId })
  })
  return ok({ orderId })
}

/** The employer accepts what they read: it becomes an order at that price, to be paid next. Accepting again is the same order. */
export async function acceptOffer(actor: Actor, { offerId, version }: AcceptOfferInput): Promise<Accepted> {
  const own = { id: offerId, employerId: actor.userId, employer: { role: 'EMPLOYER' as const } }
  const offer = await db().offer.findFirst({ where: own })
  if (!offer) return fail('not_found')
  if (offer.orderId) return ok({ orderId: offer.orderId })
  await claim(offer, new Date(version))
  const current = await db().offer.findUniqueOrThrow({ where: { id: offerId } })
  if (current.offeredAt && current.offeredAt.toISOString() !== version) return fail('changed')
  return current.status === 'accepted' ? finish(actor, current) : fail('wrong_state')
}
