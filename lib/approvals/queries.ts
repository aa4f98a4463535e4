import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { moneyOf } from '../money.ts'
import type { RecoveryInstrument } from '../recoveries/model.ts'
import type { Actor } from '../users/model.ts'
import type { ApprovalView, RecoveryFacts } from './model.ts'

const LISTED_MAX = 100

const name = { select: { id: true, profile: { select: { displayName: true } } } } as const
const parts = {
  order: { select: { id: true, number: true, title: true, employer: name } },
  contractor: name,
  requestedBy: name,
  decidedBy: name,
} satisfies Prisma.ApprovalInclude

type Row = Prisma.ApprovalGetPayload<{ include: typeof parts }>

const nameOf = (user: Row['contractor'] | null | undefined) => user?.profile?.displayName ?? ''
const big = (value: unknown) => BigInt(String(value))

function factsOf(row: Row) {
  const facts = row.facts as Record<string, unknown>
  const { amount, currency } = moneyOf(row.amount, row.currency)
  if (row.kind === 'recovery') {
    const instrument = facts.instrument as RecoveryInstrument
    const recovery: RecoveryFacts = { amount, instrument, reversible: big(facts.reversible) }
    return { kind: row.kind, facts: recovery }
  }
  const [employer, contractor, platform] = [facts.employer, facts.contractor, facts.platform].map(big)
  const commissionReturned = big(facts.commissionReturned)
  const moved = { employer: employer ?? 0n, contractor: contractor ?? 0n, platform: platform ?? 0n }
  return { kind: row.kind, facts: { amount, currency, ...moved, commissionReturned } }
}

function viewOf(actor: Actor, row: Row): ApprovalView {
  const { reason, note } = row.input as { reason: string; note: string }
  const isExpired = row.status === 'open' && row.expiresAt <= now()
  return {
    id: row.id,
    status: isExpired ? 'expired' : row.status,
    ...moneyOf(row.amount, row.currency),
    ...{ reason, note },
    order: row.order,
    employerName: nameOf(row.order?.employer),
    contractor: { userId: row.contractorId, displayName: nameOf(row.contractor) },
    requestedBy: nameOf(row.requestedBy),
    isOwn: row.requestedById === actor.userId,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    decidedBy: row.decidedBy ? nameOf(row.decidedBy) : null,
    decidedAt: row.decidedAt,
    answer: row.answer,
    ...factsOf(row),
  }
}

type Of = { isOver?: boolean; orderId?: string; contractorId?: string }

/** What waits for a second admin, the oldest first; or what is over, the newest first. For admins, empty for anybody else. */
export async function listApprovals(
  actor: Actor,
  { isOver = false, orderId, contractorId }: Of,
): Promise<ApprovalView[]> {
  if (actor.role !== 'ADMIN') return []
  const open = { status: 'open', expiresAt: { gt: now() } } as const
  const rows = await db().approval.findMany({
    where: {
      livemode: env().stripe.livemode,
      ...(orderId && { orderId }),
      ...(contractorId && { contractorId }),
      ...(isOver ? { NOT: open } : open),
    },
    include: parts,
    orderBy: { id: isOver ? 'desc' : 'asc' },
    take: LISTED_MAX,
  })
  return rows.map(row => viewOf(actor, row))
}
