import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Actor, Viewer } from './model.ts'

/** Who is signed in, as the frame around every page shows it. */
export async function getViewer(actor: Actor): Promise<Viewer> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      email: true,
      role: true,
      profile: { select: { displayName: true, country: true } },
      _count: { select: { notifications: { where: { readAt: null, livemode: env().stripe.livemode } } } },
    },
  })
  return {
    userId: actor.userId,
    email: user.email,
    role: user.role,
    displayName: user.profile?.displayName ?? user.email,
    country: user.profile?.country ?? '',
    unread: user._count.notifications,
  }
}
