import { may } from '../access/model.ts'
import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { KnownUser } from './admin-model.ts'
import type { Actor } from './model.ts'

function payoutsOf(
  account: Prisma.ConnectedAccountGetPayload<{ include: { schedules: true } }> | undefined,
): KnownUser['payouts'] {
  if (!account?.stripeAccountId) return null
  return {
    isPaused: account.payoutsPausedAt !== null,
    isChanging: account.schedules.length > 0,
    interval: account.payoutInterval,
  }
}

/** One person with what suspending them would touch; null for anybody but an admin, and for nobody. */
export async function getKnownUser(actor: Actor, userId: string): Promise<KnownUser | null> {
  if (!may(actor, 'view')) return null
  const { livemode } = env().stripe
  const user = await db().user.findUnique({
    where: { id: userId },
    include: {
      profile: true,
      accounts: { where: { livemode }, include: { schedules: { where: { status: 'requested' }, take: 1 } } },
    },
  })
  if (!user) return null
  const own = { livemode, OR: [{ employerId: userId }, { contractorId: userId }] }
  const [openOrders, heldOrders, liveSessions] = await Promise.all([
    db().order.count({ where: { ...own, status: { in: ['placed', 'held', 'delivered', 'approved'] } } }),
    db().order.count({ where: { ...own, status: { in: ['held', 'delivered'] } } }),
    db().session.count({ where: { userId, revokedAt: null, expiresAt: { gt: now() } } }),
  ])
  const { id, email, role, adminRole, suspendedAt, createdAt, profile, accounts } = user
  const known = { userId: id, email, role, adminRole, suspendedAt, createdAt }
  const counts = { openOrders, heldOrders, liveSessions }
  return { ...known, ...counts, displayName: profile?.displayName ?? email, payouts: payoutsOf(accounts[0]) }
}
