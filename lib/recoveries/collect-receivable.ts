import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { lockTransferLeft } from '../refunds/lock-transfer-left.ts'
import { invariant, ok, type Result } from '../result.ts'
import { isDefinite, type StripeFailure } from '../stripe/errors.ts'
import { SYSTEM } from '../users/model.ts'
import type { CollectionStatus, RecoveryInstrument, RecoveryStatus } from './model.ts'
import { nextTaking } from './next-taking.ts'
import { readLimits } from './read-limits.ts'
import { recordCollection } from './record-collection.ts'
import { type RecoveryRow, TAKING_PARTS, take } from './take.ts'

/** One reversal, one debit, and what was refused meanwhile because the balance had changed. */
const TURNS_MAX = 5

/** Takes one collection to Stripe, unless it is known what Stripe made of it, and records the answer; any number of times. */
async function continueCollection(
  collectionId: string,
  recovery: RecoveryRow,
): Promise<Result<CollectionStatus, StripeFailure>> {
  const row = await db().collection.findUniqueOrThrow({ where: { id: collectionId } })
  if (row.stripeObjectId) {
    const { stripeObjectId } = row
    return ok(await recordCollection(collectionId, { status: 'succeeded', stripeObjectId }))
  }
  const taking = { kind: 'collection', id: row.id, attempt: 1, amount: row.amount } as const
  const answer = await take(taking, row.instrument, recovery, row.createdAt)
  if (!answer.ok && !isDefinite(answer.error)) return answer
  if (answer.ok && answer.value)
    return ok(await recordCollection(collectionId, { status: 'succeeded', ...answer.value }))
  const failureCode = answer.ok ? 'never_arrived' : (answer.error.code ?? answer.error.kind)
  return ok(await recordCollection(collectionId, { status: 'failed', failureCode }))
}

type Wanted = { instrument: RecoveryInstrument; amount: bigint }

/** Under the receivable's lock, and the payment's: a new row for what is to be taken; null when somebody else has been at it meanwhile. */
async function claim(recovery: RecoveryRow, { instrument, amount }: Wanted): Promise<string | null> {
  return transaction(async tx => {
    const reversed = instrument === 'transfer_reversal' ? recovery.payment : null
    if (reversed && amount > (await lockTransferLeft(tx, reversed))) return null
    await tx.$queryRaw`SELECT id FROM recoveries WHERE id = ${recovery.id} FOR UPDATE`
    const row = await tx.recovery.findUniqueOrThrow({
      where: { id: recovery.id },
      include: { collections: { where: { status: 'requested' } } },
    })
    const isAsRead =
      row.status === 'owed' && !row.returnRequestedAt && row.amountCollected === recovery.amountCollected
    if (!isAsRead || row.collections.length > 0) return null
    const collectionId = newId('col')
    const { livemode, currency } = row
    await tx.collection.create({
      data: { id: collectionId, recoveryId: row.id, livemode, currency, amount, instrument },
    })
    await recordAuditEvent(tx, SYSTEM, {
      action: 'collection.request',
      subject: { type: 'collection', id: collectionId },
      after: { recoveryId: row.id, amount: amount.toString(), currency, instrument },
    })
    return collectionId
  })
}

/** What to take next, as Stripe has the balance now. What Stripe has refused just now is not tried again. */
async function wanted(
  recovery: RecoveryRow,
  refusals: number,
): Promise<Result<Wanted | null, StripeFailure>> {
  const { stripeAccountId, defaultCurrency } = recovery.account
  invariant(stripeAccountId, 'a receivable names an account at Stripe')
  const account = { id: recovery.connectedAccountId, stripeAccountId, defaultCurrency }
  const limits = await readLimits({ account, payment: recovery.payment, currency: recovery.currency })
  if (!limits.ok) return limits
  const { isTransferPending, reversible } = limits.value
  return ok(
    nextTaking(recovery.amount - recovery.amountCollected, {
      ...limits.value,
      isTransferPending: isTransferPending && refusals === 0,
      reversible: refusals < 2 ? reversible : 0n,
    }),
  )
}

/**
 * Collects what a contractor owes, as far as their balance goes now: the order's transfer is reversed, then the account is
 * debited, each as a row of its own that is made before Stripe is asked. Called by whatever made the receivable, by the hour,
 * and when Stripe tells that money has become available.
 */
export async function collectReceivable(recoveryId: string): Promise<Result<RecoveryStatus, StripeFailure>> {
  let refusals = 0
  for (let turn = 0; ; turn++) {
    const row = await db().recovery.findUniqueOrThrow({
      where: { id: recoveryId },
      include: { ...TAKING_PARTS, collections: { where: { status: 'requested' } } },
    })
    if (row.status !== 'owed' || turn === TURNS_MAX || refusals === 3) return ok(row.status)
    let collectionId = row.collections[0]?.id ?? null
    if (!collectionId) {
      const next = await wanted(row, refusals)
      if (!next.ok) return next
      if (!next.value) return ok(row.status)
      collectionId = await claim(row, next.value)
    }
    if (!collectionId) continue
    const done = await continueCollection(collectionId, row)
    if (!done.ok) return done
    if (done.value === 'failed') refusals += 1
  }
}
