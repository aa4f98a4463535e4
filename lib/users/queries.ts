import { may } from '../access/model.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor, TeamMember, Viewer } from './model.ts'
import { pictureUrl } from './picture-queries.ts'

/** Who is signed in, as the frame around every page shows it. */
export async function getViewer(actor: Actor): Promise<Viewer> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      email: true,
      role: true,
      adminRole: true,
      picture: { select: { digest: true } },
      profile: { select: { displayName: true, country: true, timeZone: true } },
      _count: {
        select: { notifications: { where: { inApp: true, readAt: null, livemode: env().stripe.livemode } } },
      },
    },
  })
  return {
    userId: actor.userId,
    email: user.email,
    role: user.role,
    adminRole: user.adminRole,
    displayName: user.profile?.displayName ?? user.email,
    country: user.profile?.country ?? '',
    timeZone: user.profile?.timeZone ?? '',
    pictureUrl: user.picture && pictureUrl(actor.userId, user.picture.digest),
    unread: user._count.notifications,
  }
}

/** Every admin, the longest there first; for owners, empty for anybody else. */
export async function listTeam(actor: Actor): Promise<TeamMember[]> {
  if (!may(actor, 'people')) return []
  const rows = await db().user.findMany({
    where: { role: 'ADMIN' },
    include: { profile: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(row => ({
    userId: row.id,
    displayName: row.profile?.displayName ?? row.email,
    email: row.email,
    adminRole: row.adminRole ?? 'support',
    isSuspended: row.suspendedAt !== null,
    createdAt: row.createdAt,
  }))
}
