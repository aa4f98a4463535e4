import { may } from '../access/model.ts'
import { isAboveOwn } from '../approvals/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { DAY_MS, now } from '../clock.ts'
import { db, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { applyCorrection } from './apply-correction.ts'
import type { CorrectInput, CorrectionErrorCode } from './model.ts'
import { readSides } from './read-sides.ts'

type Difference = Prisma.DiscrepancyGetPayload<object>
type Corrected = { correctionId: string; isApplied: boolean }

const size = (amount: bigint) => (amount < 0n ? -amount : amount)

/** What one admin corrected alone within a day counts with what is to come, so that two halves are the whole. */
async function isTooMuchAlone(tx: Tx, actor: Actor, amount: bigint, currency: string): Promise<boolean> {
  const rows = await tx.correction.findMany({
    where: {
      ...{ currency, status: 'applied', needsSecond: false, requestedById: actor.userId },
      createdAt: { gt: new Date(now().getTime() - DAY_MS) },
    },
    select: { amount: true },
  })
  const { SUPPORT_REFUND_MAX: support, ONE_ADMIN_MAX: others } = env()
  const sum = rows.reduce((total, row) => total + size(row.amount), size(amount))
  return isAboveOwn(actor.adminRole, { amount: sum, currency }, { support, others })
}

/** What this form has led to already: sent again by the same admin, it is the same correction. */
async function foundBefore(actor: Actor, input: CorrectInput): Promise<Corrected | null> {
  const row = await db().correction.findFirst({
    where: {
      ...{ discrepancyId: input.discrepancyId, requestedById: actor.userId, reason: input.reason },
      ...{ amount: input.stripeAmount - input.ledgerAmount, status: { not: 'declined' } },
    },
  })
  return row && { correctionId: row.id, isApplied: row.status === 'applied' }
}

async function write(
  tx: Tx,
  actor: Actor,
  input: CorrectInput,
  party: string | null,
): Promise<Result<Corrected, CorrectionErrorCode>> {
  // One admin's corrections one after the other, so that each knows of the one before; then the difference's own lock.
  await tx.$queryRaw`SELECT id FROM users WHERE id = ${actor.userId} FOR NO KEY UPDATE`
  await tx.$queryRaw`SELECT id FROM discrepancies WHERE id = ${input.discrepancyId} FOR UPDATE`
  const row = await tx.discrepancy.findUniqueOrThrow({
    where: { id: input.discrepancyId },
    include: { corrections: { where: { status: { not: 'declined' } } } },
  })
  const before = row.corrections[0]
  if (before?.status === 'asked') return fail('already_asked')
  if (before || row.resolvedAt) return fail('gone')
  const { livemode, subject, currency } = row
  const amount = input.stripeAmount - input.ledgerAmount
  const needsSecond = await isTooMuchAlone(tx, actor, amount, currency)
  const correction = await tx.correction.create({
    data: {
      ...{ id: newId('cor'), livemode, discrepancyId: row.id, subject, connectedAccountId: party },
      ...{ amount, currency, reason: input.reason, needsSecond, requestedById: actor.userId },
      ...{ status: needsSecond ? 'asked' : 'applied', createdAt: now() },
    },
  })
  if (needsSecond)
    await recordAuditEvent(tx, actor, {
      action: 'correction.request',
      subject: { type: 'correction', id: correction.id },
      after: { subject, amount: amount.toString(), currency, reason: input.reason },
    })
  else await applyCorrection(tx, actor, correction)
  return ok({ correctionId: correction.id, isApplied: !needsSecond })
}

/** Whether both sides are still what was shown; a late event may have explained the difference meanwhile. */
export async function sidesOf(
  row: Difference,
  shown: { ledgerAmount: bigint; stripeAmount: bigint },
): Promise<Result<string | null, CorrectionErrorCode>> {
  const sides = await readSides(row)
  if (!sides.ok) return fail('stripe_unavailable')
  const { ledger, stripe, party } = sides.value
  const isSame = ledger === shown.ledgerAmount && stripe === shown.stripeAmount && ledger !== stripe
  return isSame ? ok(party) : fail('facts_changed')
}

/**
 * An admin posts a difference between ledger and Stripe, so that the ledger is what Stripe has, with a reason, once. Both sides are read
 * again first. Above what the admin may move alone it waits for a second one.
 */
export async function correct(
  actor: Actor,
  input: CorrectInput,
): Promise<Result<Corrected, CorrectionErrorCode>> {
  if (!may(actor, 'correct')) return fail('not_found')
  const where = { id: input.discrepancyId, livemode: env().stripe.livemode }
  const row = await db().discrepancy.findFirst({ where })
  if (!row) return fail('not_found')
  const before = await foundBefore(actor, input)
  if (before) return ok(before)
  if (row.resolvedAt) return fail('gone')
  const party = await sidesOf(row, input)
  return party.ok ? transaction(tx => write(tx, actor, input, party.value)) : party
}
