import { now } from '../clock.ts'
import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import { sendTermsAcceptance } from '../stripe/accounts.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { TermsErrorCode } from './account-errors.ts'

/** Tells Stripe of a consent that we keep, with the date and address of the consent itself. Sending again changes nothing. */
export async function sendAcceptance(
  termsAcceptanceId: string,
  stripeAccountId: string,
): Promise<Result<void, TermsErrorCode>> {
  const row = await db().termsAcceptance.findUniqueOrThrow({ where: { id: termsAcceptanceId } })
  if (row.sentAt) return ok()
  const sent = await sendTermsAcceptance({
    accountId: stripeAccountId,
    termsAcceptanceId: row.id,
    acceptedAt: row.acceptedAt,
    ip: row.ip,
    userAgent: row.userAgent,
  })
  if (!sent.ok) return fail(isDefinite(sent.error) ? 'terms_refused' : 'stripe_unavailable')
  await db().termsAcceptance.update({ where: { id: row.id }, data: { sentAt: now() } })
  return ok()
}
