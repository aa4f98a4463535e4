import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { TermsErrorCode } from './account-errors.ts'
import { TERMS, type TermsDocument } from './model.ts'
import { type OpenAccount, ownAccount } from './own-account.ts'
import { recordAccount } from './record-account.ts'
import { sendAcceptance } from './send-acceptance.ts'

/** Long enough for the action itself to finish first; the job then finds nothing to do. */
const RESUME_AFTER_SECONDS = 60

async function keepAcceptance(actor: Actor, account: OpenAccount): Promise<string> {
  const acceptedAt = now()
  const ids: Record<TermsDocument, string> = {
    stripe_connected_account: newId('tac'),
    holdfast_contractor: newId('tac'),
  }
  await transaction(async tx => {
    for (const document of Object.keys(ids) as TermsDocument[]) {
      await tx.termsAcceptance.create({
        data: {
          id: ids[document],
          userId: actor.userId,
          connectedAccountId: account.id,
          document,
          version: TERMS[document].version,
          acceptedAt,
          ip: actor.origin.ip,
          userAgent: actor.origin.userAgent,
        },
      })
    }
    const subject = { type: 'ConnectedAccount', id: account.id }
    const after = { stripe: TERMS.stripe_connected_account.version, ours: TERMS.holdfast_contractor.version }
    await recordAuditEvent(tx, actor, { action: 'terms.accepted', subject, after })
    const job = { connectedAccountId: account.id }
    const options = { key: `sync-account:${account.id}`, delaySeconds: RESUME_AFTER_SECONDS }
    await enqueue(tx, 'sync-account', job, options)
  })
  return ids.stripe_connected_account
}

/**
 * Accepts Stripe's agreement and ours for the contractor: by the server's clock, from the address and browser that the
 * actor came with. Every consent is a row of its own, kept before Stripe is told.
 * https://docs.stripe.com/connect/updating-service-agreements
 */
export async function acceptTerms(actor: Actor): Promise<Result<void, TermsErrorCode>> {
  const account = await ownAccount(actor)
  if (!account.ok) return account
  if (!actor.origin.ip) return fail('address_unknown')
  const acceptanceId = await keepAcceptance(actor, account.value)
  const sent = await sendAcceptance(acceptanceId, account.value.stripeAccountId)
  if (!sent.ok) return sent
  await recordAccount(account.value.stripeAccountId)
  return ok()
}
