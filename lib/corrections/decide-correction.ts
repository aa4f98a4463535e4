import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { db, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { applyCorrection } from './apply-correction.ts'
import { sidesOf } from './correct.ts'
import type { CorrectionErrorCode, DecideCorrectionInput } from './model.ts'

async function decide(
  tx: Tx,
  actor: Actor,
  { correctionId: id, decision }: DecideCorrectionInput,
): Promise<Result<void, CorrectionErrorCode>> {
  await tx.$queryRaw`SELECT id FROM corrections WHERE id = ${id} FOR UPDATE`
  const row = await tx.correction.findUniqueOrThrow({ where: { id }, include: { discrepancy: true } })
  if (row.status !== 'asked') return fail('already_decided')
  if (decision === 'apply' && row.requestedById === actor.userId) return fail('own_request')
  const decided = { decidedById: actor.userId, decidedAt: now() }
  if (decision === 'decline') {
    await tx.correction.update({ where: { id }, data: { status: 'declined', ...decided } })
    await recordAuditEvent(tx, actor, {
      action: 'correction.declined',
      subject: { type: 'correction', id },
      before: { status: row.status },
      after: { status: 'declined' },
    })
    return ok()
  }
  if (row.discrepancy.resolvedAt) return fail('gone')
  const applied = await tx.correction.update({ where: { id }, data: { status: 'applied', ...decided } })
  await applyCorrection(tx, actor, applied)
  return ok()
}

/** A second admin lets a correction through, after both sides were read again, or declines it; whoever asked can only take it back. */
export async function decideCorrection(
  actor: Actor,
  input: DecideCorrectionInput,
): Promise<Result<void, CorrectionErrorCode>> {
  if (!may(actor, 'correct')) return fail('not_found')
  const where = { id: input.correctionId, livemode: env().stripe.livemode }
  const row = await db().correction.findFirst({ where, include: { discrepancy: true } })
  if (!row) return fail('not_found')
  if (row.status !== 'asked') return fail('already_decided')
  if (input.decision === 'apply') {
    const { ledgerAmount, stripeAmount } = row.discrepancy
    const isSame = stripeAmount - ledgerAmount === row.amount
    if (!isSame) return fail('facts_changed')
    const sides = await sidesOf(row.discrepancy, { ledgerAmount, stripeAmount })
    if (!sides.ok) return sides
  }
  return transaction(tx => decide(tx, actor, input))
}
