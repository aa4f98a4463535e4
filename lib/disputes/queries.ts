import { may } from '../access/model.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import type { Actor } from '../users/model.ts'
import { evidenceFacts } from './evidence-facts.ts'
import { type EvidenceFacts, type EvidenceView, evidenceWords } from './evidence-model.ts'
import { type DisputeView, disputeStatusWords, isInquiry } from './model.ts'

const PAGE_SIZE = 50

const parts = {
  payment: {
    select: {
      order: {
        select: {
          id: true,
          number: true,
          title: true,
          contractor: { select: { id: true, profile: { select: { displayName: true } } } },
        },
      },
    },
  },
  recovery: {
    select: {
      amount: true,
      amountCollected: true,
      status: true,
      retransfer: { select: { amount: true, status: true } },
    },
  },
} satisfies Prisma.DisputeInclude

function viewOf(row: Prisma.DisputeGetPayload<{ include: typeof parts }>): DisputeView {
  const { contractor, ...order } = row.payment.order
  return {
    id: row.id,
    stripeDisputeId: row.stripeDisputeId,
    order,
    contractor: { userId: contractor.id, displayName: contractor.profile?.displayName ?? '' },
    ...moneyOf(row.amount, row.currency),
    reason: row.reason,
    status: row.status,
    evidenceDueAt: row.evidenceDueAt,
    amountWithdrawn: row.amountWithdrawn,
    fee: row.feeWithdrawn - row.feeReturned,
    amountReinstated: row.amountReinstated,
    recovery: row.recovery,
    givenBack: row.recovery?.retransfer ?? null,
    openedAt: row.openedAt,
  }
}

/** A page of the disputes, newest first, for admins; empty for anybody else. `cursor` is the last id of the page before. */
export async function listDisputes(
  actor: Actor,
  input: { cursor?: string | undefined },
): Promise<{ disputes: DisputeView[]; nextCursor: string | null }> {
  if (!may(actor, 'view')) return { disputes: [], nextCursor: null }
  const rows = await db().dispute.findMany({
    where: { livemode: env().stripe.livemode, ...(input.cursor && { id: { lt: input.cursor } }) },
    include: parts,
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  return {
    disputes: page.map(viewOf),
    nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** A dispute with what the bank is told of it: as it was saved or sent, and the facts to begin with where nothing was. */
export type DisputeDetail = {
  dispute: DisputeView
  evidence: EvidenceView | null
  facts: EvidenceFacts | null
}

/** One dispute for an admin; null for anybody else, and for one that is not of this mode. */
export async function getDispute(actor: Actor, id: string): Promise<DisputeDetail | null> {
  if (!may(actor, 'view')) return null
  const row = await db().dispute.findFirst({
    where: { id, livemode: env().stripe.livemode },
    include: { ...parts, evidence: { orderBy: { id: 'desc' } } },
  })
  if (!row) return null
  const { isAnswerable } = disputeStatusWords(row.status)
  const latest = isAnswerable
    ? row.evidence.find(one => one.isInquiry === isInquiry(row.status))
    : row.evidence[0]
  const evidence = latest && {
    status: latest.status,
    version: latest.version,
    words: evidenceWords.parse(latest.words),
    wasRefused: latest.refusedCode !== null,
    sentAt: latest.sentAt,
  }
  const dispute = viewOf(row)
  const facts = isAnswerable && !evidence ? await evidenceFacts(dispute.order.id, row.paymentId) : null
  return { dispute, evidence: evidence ?? null, facts }
}
