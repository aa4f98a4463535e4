import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { DAY_MS, now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { getPayableAccount } from '../onboarding/payable.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { type MakeOfferInput, OFFER_DAYS, type OfferErrorCode } from './model.ts'

/** The contractor names a price, or changes it as long as nobody has accepted; it stands for fourteen days from then on. */
export async function makeOffer(
  actor: Actor,
  { offerId, title, description, amount, currency, deliveryDays }: MakeOfferInput,
): Promise<Result<{ offerId: string }, OfferErrorCode>> {
  const own = { id: offerId, contractorId: actor.userId, contractor: { role: 'CONTRACTOR' as const } }
  const offer = await db().offer.findFirst({ where: own })
  if (!offer) return fail('not_found')
  const account = await getPayableAccount(db(), actor.userId)
  if (!account) return fail('not_payable')
  if (account.currency !== currency) return fail('wrong_currency')
  const offeredAt = now()
  const terms = { title, description, amount, currency, deliveryDays }
  const expiresAt = new Date(offeredAt.getTime() + OFFER_DAYS * DAY_MS)
  return transaction(async tx => {
    const { count } = await tx.offer.updateMany({
      where: { ...own, status: { in: ['requested', 'offered'] } },
      data: { ...terms, status: 'offered', offeredAt, expiresAt },
    })
    if (count === 0) return fail('wrong_state')
    const fact = `offer:${offerId}:offered:${offeredAt.getTime()}`
    const data = { amount: amount.toString(), currency, until: expiresAt.toISOString() }
    await notify(tx, { kind: 'offer_made', recipientId: offer.employerId, fact, orderId: null, data })
    await recordAuditEvent(tx, actor, {
      action: 'offer.make',
      subject: { type: 'offer', id: offerId },
      after: { ...terms, amount: amount.toString() },
    })
    return ok({ offerId })
  })
}
