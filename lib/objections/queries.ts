import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { recoveryParts, recoveryView } from '../recoveries/queries.ts'
import type { Actor } from '../users/model.ts'
import type { AdminObjection, Consent, ObjectionView, OwnRecovery } from './model.ts'

/** Where there is something to object to: it is taken, owed, or about to be. */
export const OBJECTIONABLE = ['requested', 'owed', 'succeeded'] as const

const SHOWN_MAX = 100

function objectionView(row: Prisma.ObjectionGetPayload<object>): ObjectionView {
  const { id, text, status, answer, createdAt, answeredAt } = row
  return { id, text, status, answer, createdAt, answeredAt }
}

type Acceptance = { version: string; acceptedAt: Date }

/** The consent that stood when the recovery was asked for. `acceptances`: newest first. */
function consentTo(createdAt: Date, acceptances: Acceptance[]): Consent | null {
  const found = acceptances.find(({ acceptedAt }) => acceptedAt <= createdAt)
  return found ? { version: found.version, acceptedAt: found.acceptedAt } : null
}

/** What was taken from the contractor, newest first, all of it or of one order: each with its reason, consent and objection. Empty for anybody else. */
export async function listOwnRecoveries(actor: Actor, orderId?: string): Promise<OwnRecovery[]> {
  if (actor.role !== 'CONTRACTOR') return []
  const { livemode } = env().stripe
  const rows = await db().recovery.findMany({
    where: {
      livemode,
      contractorId: actor.userId,
      status: { not: 'failed' },
      ...(orderId !== undefined && { orderId }),
    },
    include: { ...recoveryParts, order: { select: { number: true, title: true } }, objection: true },
    orderBy: { id: 'desc' },
    take: SHOWN_MAX,
  })
  if (rows.length === 0) return []
  const acceptances = await db().termsAcceptance.findMany({
    where: { document: 'holdfast_contractor', account: { userId: actor.userId, livemode } },
    orderBy: { acceptedAt: 'desc' },
  })
  return rows.map(row => ({
    recovery: recoveryView(row, actor),
    orderTitle: row.order?.title ?? null,
    consent: consentTo(row.createdAt, acceptances),
    objection: row.objection && objectionView(row.objection),
    canObject: !row.objection && OBJECTIONABLE.some(status => status === row.status),
  }))
}

/** Objections for an admin: the open ones of everybody, oldest first, or all against the recoveries of one contractor or order. */
export async function listObjections(
  actor: Actor,
  scope: { isOpen: true } | { contractorId: string } | { orderId: string },
): Promise<AdminObjection[]> {
  if (actor.role !== 'ADMIN') return []
  const { livemode } = env().stripe
  const rows = await db().objection.findMany({
    where:
      'isOpen' in scope ? { status: 'open', recovery: { livemode } } : { recovery: { livemode, ...scope } },
    include: {
      recovery: { include: { ...recoveryParts, contractor: { include: { profile: true } } } },
    },
    orderBy: { id: 'asc' },
    take: SHOWN_MAX,
  })
  return rows.map(({ recovery, ...row }) => ({
    objection: objectionView(row),
    recovery: recoveryView(recovery, actor),
    contractor: {
      userId: recovery.contractorId,
      displayName: recovery.contractor.profile?.displayName ?? '',
    },
    isOfDispute: recovery.disputeId !== null,
  }))
}
