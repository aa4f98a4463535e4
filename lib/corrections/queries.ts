import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor } from '../users/model.ts'
import type { CorrectionView } from './model.ts'

const name = { select: { profile: { select: { displayName: true } } } } as const

/** The newest correction of each of some differences, by the difference's id, for admins. */
export async function correctionsOf(
  actor: Actor,
  discrepancyIds: string[],
): Promise<Map<string, CorrectionView>> {
  if (!may(actor, 'view')) return new Map()
  const rows = await db().correction.findMany({
    where: { livemode: env().stripe.livemode, discrepancyId: { in: discrepancyIds } },
    include: { requestedBy: name, decidedBy: name },
    orderBy: { id: 'asc' },
  })
  return new Map(
    rows.map(({ id, status, reason, requestedById, requestedBy, decidedBy, discrepancyId }) => [
      discrepancyId,
      {
        ...{ id, status, reason, isOwn: requestedById === actor.userId },
        requestedBy: requestedBy.profile?.displayName ?? '',
        decidedBy: decidedBy?.profile?.displayName ?? null,
      },
    ]),
  )
}
