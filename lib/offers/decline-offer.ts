import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { OfferErrorCode } from './model.ts'
import { ownOffers } from './own-offer.ts'

/** Either side ends what is not agreed yet. The other one is told. */
export async function declineOffer(
  actor: Actor,
  { offerId }: { offerId: string },
): Promise<Result<{ offerId: string }, OfferErrorCode>> {
  if (actor.role === 'ADMIN') return fail('not_found')
  const own = { AND: [ownOffers(actor), { id: offerId }] }
  const offer = await db().offer.findFirst({ where: own })
  if (!offer) return fail('not_found')
  if (offer.status === 'declined') return ok({ offerId })
  return transaction(async tx => {
    const { count } = await tx.offer.updateMany({
      where: { ...own, status: { in: ['requested', 'offered'] } },
      data: { status: 'declined', declinedById: actor.userId },
    })
    if (count === 0) return fail('wrong_state')
    const recipientId = offer.employerId === actor.userId ? offer.contractorId : offer.employerId
    const told = {
      kind: 'offer_declined',
      // Of its own each time: a refusal that was taken back can be followed by another one.
      fact: `offer:${offerId}:declined:${now().getTime()}`,
      orderId: null,
      data: {},
    } as const
    await notify(tx, { ...told, recipientId })
    await recordAuditEvent(tx, actor, {
      action: 'offer.decline',
      subject: { type: 'offer', id: offerId },
      before: { status: offer.status },
      after: { status: 'declined' },
    })
    return ok({ offerId })
  })
}
