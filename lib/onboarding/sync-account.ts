import { now } from '../clock.ts'
import { db } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { AccountSnapshot } from '../stripe/account-snapshot.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { AccountErrorCode } from './account-errors.ts'
import { attachSubmission } from './attach-submission.ts'
import { createAccount } from './create-account.ts'
import { sidesOf } from './document-model.ts'
import { finishPersons } from './name-person.ts'
import { recordAccount } from './record-account.ts'
import { sendAcceptance } from './send-acceptance.ts'

/** Only the newest consent counts: an older one sent late would put an older date in its place. */
async function finishTerms(connectedAccountId: string, stripeAccountId: string): Promise<void> {
  const newest = await db().termsAcceptance.findFirst({
    where: { connectedAccountId, document: 'stripe_connected_account' },
    orderBy: { id: 'desc' },
  })
  if (newest && !newest.sentAt) await sendAcceptance(newest.id, stripeAccountId)
}

/** Attaches what was uploaded whole but not attached before a crash; a half submission waits for its other side. */
async function finishDocuments(connectedAccountId: string): Promise<void> {
  const uploaded = await db().identityDocument.findMany({
    where: { connectedAccountId, attachedAt: null, stripeFileId: { not: null } },
    orderBy: { id: 'asc' },
  })
  const submissions = Map.groupBy(uploaded, row => row.requestKey.replace(/:.*$/, ''))
  for (const [requestKey, rows] of submissions) {
    const first = rows[0]
    if (first && rows.length === sidesOf(first.kind, first.type).length) {
      await attachSubmission(connectedAccountId, requestKey)
    }
  }
}

/** A form that was sent before then is over: whom it meant to name would be at Stripe by now. */
function longAgo(): Date {
  return new Date(now().getTime() - 10 * 60_000)
}

/** Follows a change that Stripe announced for one of its accounts. Null for an account that is not ours, or not any more. */
export function syncAccount(stripeAccountId: string): Promise<Result<AccountSnapshot | null, StripeFailure>> {
  return recordAccount(stripeAccountId)
}

/**
 * Brings one contractor's account to rest: opens it if a crash left it unopened, finishes what was begun, and records
 * what Stripe says. Safe to run at any time and again.
 */
export async function syncAccountOf(connectedAccountId: string): Promise<Result<void, AccountErrorCode>> {
  const before = await db().connectedAccount.findUniqueOrThrow({ where: { id: connectedAccountId } })
  const opened = await createAccount(before.userId)
  if (!opened.ok) return opened
  const row = await db().connectedAccount.findUniqueOrThrow({ where: { id: connectedAccountId } })
  if (!row.stripeAccountId) return fail('account_not_open')
  await finishTerms(row.id, row.stripeAccountId)
  await finishDocuments(row.id)
  const recorded = await recordAccount(row.stripeAccountId)
  if (recorded.ok && recorded.value) await finishPersons(row.id, recorded.value.people, longAgo())
  return recorded.ok ? ok() : fail('stripe_unavailable')
}
