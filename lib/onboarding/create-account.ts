import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { COUNTRIES, isCountryCode } from '../countries.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import type { AccountSnapshot } from '../stripe/account-snapshot.ts'
import { findConnectedAccount } from '../stripe/accounts.ts'
import { createConnectedAccount, type OpeningFailure } from '../stripe/create-account.ts'
import { isDefinite } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import { SYSTEM } from '../users/model.ts'
import type { AccountErrorCode } from './account-errors.ts'
import { writeAccountMirror } from './record-account.ts'

type Row = { id: string; stripeAccountId: string | null; openingAttempt: number; createdAt: Date }
type Owner = { id: string; email: string; country: string }

async function contractorOf(userId: string): Promise<Owner> {
  const user = await db().user.findUnique({ where: { id: userId }, include: { profile: true } })
  invariant(user?.profile && user.role === 'CONTRACTOR', `user ${userId} is not a contractor with a profile`)
  return { id: user.id, email: user.email, country: user.profile.country }
}

async function rowOf(owner: Owner): Promise<Row> {
  const unique = { userId: owner.id, livemode: env().stripe.livemode }
  const where = { userId_livemode: unique }
  const found = await db().connectedAccount.findUnique({ where })
  if (found) return found
  invariant(isCountryCode(owner.country), `no contractor accounts in country ${owner.country}`)
  const { currency } = COUNTRIES[owner.country]
  try {
    return await db().connectedAccount.create({
      data: { id: newId('cac'), ...unique, country: owner.country, defaultCurrency: currency },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return db().connectedAccount.findUniqueOrThrow({ where })
  }
}

async function openAtStripe(row: Row, owner: Owner): Promise<Result<AccountSnapshot, OpeningFailure>> {
  if (isKeyForgotten(row.createdAt)) {
    const earlier = await findConnectedAccount(row.id, row.createdAt)
    if (!earlier.ok) return fail({ ...earlier.error, wall: null })
    if (earlier.value) return ok(earlier.value)
  }
  const { livemode } = env().stripe
  return createConnectedAccount({
    connectedAccountId: row.id,
    attempt: row.openingAttempt,
    userId: owner.id,
    livemode,
    email: owner.email,
    country: owner.country,
    platformUrl: env().NEXTAUTH_URL,
  })
}

/** Nothing was opened: a definite refusal ends the attempt, and what stands before the whole platform is kept for its admins. */
async function noteRefusal(row: Row, failure: OpeningFailure): Promise<Result<never, AccountErrorCode>> {
  const { wall } = failure
  const isOver = isDefinite(failure)
  if (!isOver && !wall) return fail('stripe_unavailable')
  await db().connectedAccount.updateMany({
    where: { id: row.id, stripeAccountId: null, openingAttempt: row.openingAttempt },
    data: { openingWall: wall, openingAttempt: row.openingAttempt + (isOver ? 1 : 0) },
  })
  return fail('account_refused')
}

/**
 * Gives a contractor their Stripe account, once: row, Stripe, id. Called by the sign-up job and by pages that find none;
 * whoever comes second, or after a crash, gets the same account. Returns the row's id.
 */
export async function createAccount(userId: string): Promise<Result<string, AccountErrorCode>> {
  const owner = await contractorOf(userId)
  const row = await rowOf(owner)
  if (row.stripeAccountId) return ok(row.id)
  const askedAt = now()
  const opened = await openAtStripe(row, owner)
  if (!opened.ok) return noteRefusal(row, opened.error)
  const { accountId } = opened.value
  await transaction(async tx => {
    const first = await tx.connectedAccount.updateMany({
      where: { id: row.id, stripeAccountId: null },
      data: { stripeAccountId: accountId, openingWall: null },
    })
    await writeAccountMirror(tx, row.id, opened.value, askedAt)
    if (first.count === 0) return
    const subject = { type: 'ConnectedAccount', id: row.id }
    await recordAuditEvent(tx, SYSTEM, { action: 'account.opened', subject, after: { accountId } })
  })
  return ok(row.id)
}
