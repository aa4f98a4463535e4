import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { OfferErrorCode } from './model.ts'
import { ownOffers } from './own-offer.ts'

/**
 * Whoever declined takes that back: the offer is what it was before, for as long as it stood anyhow, and the other side is told. Too late
 * once it would have ended by itself. Open already: nothing more happens.
 */
export async function reopenOffer(
  actor: Actor,
  { offerId }: { offerId: string },
): Promise<Result<{ offerId: string }, OfferErrorCode>> {
  if (actor.role === 'ADMIN') return fail('not_found')
  return transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM offers WHERE id = ${offerId} FOR UPDATE`
    const offer = await tx.offer.findFirst({ where: { AND: [ownOffers(actor), { id: offerId }] } })
    if (!offer) return fail('not_found')
    if (offer.status === 'requested' || offer.status === 'offered') return ok({ offerId })
    const isOver = offer.expiresAt !== null && offer.expiresAt <= now()
    if (offer.status !== 'declined' || offer.declinedById !== actor.userId || isOver) {
      return fail('too_late_to_reopen')
    }
    const status = offer.offeredAt ? 'offered' : 'requested'
    await tx.offer.update({ where: { id: offerId }, data: { status, declinedById: null } })
    const recipientId = offer.employerId === actor.userId ? offer.contractorId : offer.employerId
    const fact = `offer:${offerId}:reopened:${now().getTime()}`
    await notify(tx, { kind: 'offer_reopened', recipientId, fact, orderId: null, data: {} })
    await recordAuditEvent(tx, actor, {
      action: 'offer.reopen',
      subject: { type: 'offer', id: offerId },
      before: { status: offer.status },
      after: { status },
    })
    return ok({ offerId })
  })
}
