import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { isKeyForgotten } from '../stripe/idempotency.ts'
import { createTransfer, findTransfer } from '../stripe/transfers.ts'
import type { RetransferStatus } from './model.ts'
import { recordRetransfer } from './record-retransfer.ts'

/** How long a refusal puts the next try off, if the platform's balance does not become available before. */
const PAUSE_MS = 3600_000

const parts = {
  account: { select: { stripeAccountId: true } },
} satisfies Prisma.RetransferInclude

type Row = Prisma.RetransferGetPayload<{ include: typeof parts }>

function askStripe(row: Row): Promise<Result<string | null, StripeFailure>> {
  const transferGroup = row.orderId ?? row.id
  if (row.stripeTransferId) return Promise.resolve(ok(row.stripeTransferId))
  if (isKeyForgotten(row.attemptedAt)) return findTransfer(transferGroup, row.id)
  const { stripeAccountId } = row.account
  invariant(stripeAccountId, 'money was taken back from an account at Stripe')
  return createTransfer({
    retransferId: row.id,
    connectedAccountId: row.connectedAccountId,
    orderId: row.orderId,
    refundId: row.refundId,
    recoveryId: row.recoveryId,
    commissionKept: row.commissionKept,
    attempt: row.attempt,
    amount: row.amount,
    currency: row.currency,
    destinationAccountId: stripeAccountId,
    transferGroup,
  })
}

/** Nothing moved. The next try has a key of its own, as Stripe would only repeat its stored refusal of this one. */
async function tryAgain(row: Row, failureCode: string, nextTryAt: Date): Promise<void> {
  await db().retransfer.updateMany({
    where: { id: row.id, status: 'requested', attempt: row.attempt },
    data: { attempt: row.attempt + 1, attemptedAt: now(), nextTryAt, failureCode },
  })
}

/**
 * Sends money to a contractor again, and records the transfer; any number of times, from wherever it was left. It is never
 * given up: a refusal, such as of a platform balance that is too short, only puts it off.
 */
export async function resumeRetransfer(
  retransferId: string,
): Promise<Result<RetransferStatus, StripeFailure>> {
  const row = await db().retransfer.findUniqueOrThrow({ where: { id: retransferId }, include: parts })
  if (row.status === 'succeeded' || (row.nextTryAt && row.nextTryAt > now())) return ok(row.status)
  const answer = await askStripe(row)
  if (answer.ok && answer.value) return ok(await recordRetransfer(retransferId, answer.value))
  if (!answer.ok && !isDefinite(answer.error)) return answer
  if (answer.ok) await tryAgain(row, 'never_arrived', now())
  else await tryAgain(row, answer.error.code ?? answer.error.kind, new Date(now().getTime() + PAUSE_MS))
  return ok('requested')
}
