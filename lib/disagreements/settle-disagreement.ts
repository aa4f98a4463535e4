import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import { recordOrderEvent } from '../orders/record-order-event.ts'
import { captureClaimed } from '../payments/capture-claimed.ts'
import { claimCapture } from '../payments/claim-capture.ts'
import { claimRelease } from '../payments/claim-release.ts'
import { continueRelease } from '../payments/continue-release.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { DisagreementErrorCode, SettleDisagreementInput } from './model.ts'

type Row = Prisma.DisagreementGetPayload<object>
/** What is left to do at Stripe once the decision is written. */
type Left = { capture: string } | { release: string } | null

/** Writes what the decision does to the hold, exactly as the parties' own buttons do. Nothing is written where it is refused. */
async function claim(
  tx: Tx,
  actor: Actor,
  orderId: string,
  { decision, amount }: SettleDisagreementInput,
): Promise<Result<Left, DisagreementErrorCode>> {
  if (decision === 'none') return ok(null)
  const { livemode } = env().stripe
  const held = { orderId, surplusAt: null, status: 'requires_capture' } as const
  if ((await tx.payment.count({ where: held })) === 0) return fail('nothing_held')
  if (decision === 'pay') {
    const claimed = await claimCapture(
      tx,
      { by: actor },
      { livemode },
      { orderId, amount: amount || undefined },
    )
    return claimed.ok ? ok({ capture: claimed.value }) : claimed
  }
  const note = 'orders.decidedByAdmin'
  const claimed = await claimRelease(tx, actor, { livemode }, { orderId, note })
  if (!claimed.ok) return claimed
  return ok(claimed.value ? { release: claimed.value } : null)
}

/** Whether the admin who decided sends the same decision again, because they never saw the answer. */
const isRepeated = (actor: Actor, row: Row, { decision, answer }: SettleDisagreementInput): boolean =>
  row.settledById === actor.userId && row.decision === decision && row.answer === answer

async function write(
  tx: Tx,
  actor: Actor,
  row: Row,
  { decision, answer }: SettleDisagreementInput,
  left: Left,
): Promise<void> {
  const paid =
    left && 'capture' in left ? await tx.payment.findUniqueOrThrow({ where: { id: left.capture } }) : null
  const amount = paid?.captureAmount ?? null
  const settled = { status: 'settled', settledAt: now(), settledById: actor.userId } as const
  await tx.disagreement.update({ where: { id: row.id }, data: { ...settled, decision, answer, amount } })
  await recordOrderEvent(tx, row.orderId, 'disagreement_settled', {
    actorId: actor.userId,
    data: { decision },
  })
  await recordAuditEvent(tx, actor, {
    action: 'disagreement.settle',
    subject: { type: 'order', id: row.orderId },
    before: { disagreementId: row.id, status: row.status },
    after: { disagreementId: row.id, status: settled.status, decision, amount: amount?.toString() ?? null },
  })
}

/** Stripe's part. What it does not answer now is finished by the job that the claim has queued. */
async function finish(orderId: string, left: Left): Promise<void> {
  if (!left) return
  const done = 'capture' in left ? await captureClaimed(left.capture) : await continueRelease(left.release)
  if (!done.ok) logger.warn({ orderId, error: done.error }, 'settled, not yet done at Stripe')
}

/**
 * An admin decides a disagreement: what is held is taken for the contractor (whole or in part) or released, or the money stays; and
 * both parties read why. The decision and what it does to the hold are written together. Sending it again changes nothing.
 */
export async function settleDisagreement(
  actor: Actor,
  input: SettleDisagreementInput,
): Promise<Result<void, DisagreementErrorCode>> {
  if (!may(actor, 'decide')) return fail('not_found')
  const { disagreementId: id, orderId } = input
  const claimed = await transaction(async (tx): Promise<Result<Left, DisagreementErrorCode>> => {
    // The order first, as everything that changes an order does: then nobody waits for the other in a ring.
    await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} FOR NO KEY UPDATE`
    const { livemode } = env().stripe
    const row = await tx.disagreement.findFirst({ where: { id, orderId, order: { livemode } } })
    if (!row) return fail('not_found')
    if (row.status !== 'open') return isRepeated(actor, row, input) ? ok(null) : fail('already_settled')
    const left = await claim(tx, actor, orderId, input)
    if (left.ok) await write(tx, actor, row, input, left.value)
    return left
  })
  if (!claimed.ok) return claimed
  await finish(orderId, claimed.value)
  return ok()
}
