import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { notify } from '../notifications/notify.ts'
import type { PayoutSnapshot } from '../stripe/payouts.ts'
import { SYSTEM } from '../users/model.ts'
import type { PayoutStatus } from './model.ts'
import { postPayout } from './post-payout.ts'

type PayoutRow = Prisma.PayoutGetPayload<object>

/** How far along a payout is. `paid` may still turn into `failed`: the bank can return the money days later. */
const RANK: Record<PayoutStatus, number> = {
  requested: 0,
  pending: 1,
  in_transit: 2,
  paid: 3,
  failed: 4,
  canceled: 4,
}

/** Whether a reading is older than what is known. A refusal of our own yields to the word of Stripe. */
function isOvertaken(row: PayoutRow, snapshot: PayoutSnapshot): boolean {
  return row.stripePayoutId !== null && RANK[row.status] > RANK[snapshot.status]
}

/** What Stripe says now; what it has said once and a slower answer does not know yet stays. */
function mirrorOf(snapshot: PayoutSnapshot, row: PayoutRow | null) {
  return {
    status: snapshot.status,
    stripePayoutId: snapshot.stripePayoutId,
    isAutomatic: snapshot.isAutomatic,
    method: snapshot.method,
    arrivalOn: snapshot.arrivalOn,
    bankName: snapshot.bankName ?? row?.bankName ?? null,
    bankLast4: snapshot.bankLast4 ?? row?.bankLast4 ?? null,
    traceId: snapshot.traceId ?? row?.traceId ?? null,
    failureCode: snapshot.failureCode,
    amountLeft: snapshot.amountLeft || (row?.amountLeft ?? 0n),
    amountReturned: snapshot.amountReturned || (row?.amountReturned ?? 0n),
  }
}

async function write(
  tx: Tx,
  account: { id: string; userId: string } | null,
  snapshot: PayoutSnapshot,
  row: PayoutRow | null,
): Promise<PayoutRow> {
  const data = mirrorOf(snapshot, row)
  if (row) return tx.payout.update({ where: { id: row.id }, data })
  const { amount, currency, createdAt } = snapshot
  const { livemode } = env().stripe
  const { payoutId, requestKey } = snapshot
  const isOurs = account !== null && payoutId !== null
  // One that we asked for has a row, unless a backup that is older than it was restored: it gets the same one again.
  const asked = isOurs ? { id: payoutId, requestKey, createdById: account.userId } : { id: newId('pyt') }
  const made = { ...asked, livemode, connectedAccountId: account?.id ?? null, amount, currency, createdAt }
  return tx.payout.create({ data: { ...made, ...data } })
}

/** The contractor is told what came of it. Money that Stripe takes from a bank account is told by what it is taken for. */
async function tell(tx: Tx, recipientId: string | undefined, payout: PayoutRow): Promise<void> {
  const { id, status, amount, currency } = payout
  if (!recipientId || amount <= 0n || (status !== 'paid' && status !== 'failed')) return
  const kind = `payout_${status}` as const
  const data = { amount: amount.toString(), currency }
  await notify(tx, { recipientId, kind, fact: `${kind}:${id}`, orderId: null, data })
}

/**
 * Applies what Stripe says of a Payout to our row and the ledger, once: the only function that marks a payout. One that nobody here
 * asked for gets its row by this. `stripeAccountId` is whose balance it leaves, null for the platform's own. Null for an account that is not ours.
 */
export async function recordPayout(
  stripeAccountId: string | null,
  snapshot: PayoutSnapshot,
): Promise<PayoutStatus | null> {
  return transaction(async tx => {
    const { livemode } = env().stripe
    const { stripePayoutId } = snapshot
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext(${`payout:${stripePayoutId}`}))`
    const account = await tx.connectedAccount.findFirst({
      where: { livemode, stripeAccountId: stripeAccountId ?? '' },
      select: { id: true, userId: true },
    })
    if (stripeAccountId && !account) return null
    const connectedAccountId = account?.id ?? null
    const row = await tx.payout.findFirst({
      where: {
        livemode,
        connectedAccountId,
        OR: [{ stripePayoutId }, { id: snapshot.payoutId ?? '', stripePayoutId: null }],
      },
    })
    if (row && isOvertaken(row, snapshot)) return row.status
    const written = await write(tx, account, snapshot, row)
    await postPayout(tx, written)
    if (row?.status === snapshot.status) return row.status
    await tell(tx, account?.userId, written)
    await recordAuditEvent(tx, SYSTEM, {
      action: `payout.${snapshot.status}`,
      subject: { type: 'payout', id: written.id },
      ...(row && { before: { status: row.status } }),
      after: { status: snapshot.status, amount: written.amount.toString(), currency: written.currency },
    })
    return snapshot.status
  })
}
