import { DAY_MS } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { accountRequirements } from '../onboarding/model.ts'
import { approvesItselfAt } from '../orders/approves-itself-at.ts'
import { dueAt } from '../orders/model.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { Actor } from '../users/model.ts'
import type { Deadline } from './model.ts'

/** More orders under way than anybody reads on one page. */
const ORDERS_MAX = 200

const PARTS = {
  payments: { where: { status: 'requires_capture', surplusAt: null }, select: { captureBeforeAt: true } },
  events: { where: { kind: { in: ['hold', 'deliver'] } }, orderBy: { id: 'asc' } },
  disagreements: { where: { status: 'open' }, select: { id: true }, take: 1 },
} satisfies Prisma.OrderInclude

/** Due dates, ends of holds and approvals of the orders under way. */
async function ofOrders(actor: Actor): Promise<Deadline[]> {
  const rows = await db().order.findMany({
    where: { AND: [visibleTo(actor), { status: { in: ['held', 'delivered'] } }] },
    include: PARTS,
    orderBy: { id: 'desc' },
    take: ORDERS_MAX,
  })
  return rows.flatMap(row => {
    const events = row.events.map(({ id, kind, createdAt, data }) => ({
      id,
      kind,
      createdAt,
      actorName: null,
      data: data as Record<string, unknown>,
    }))
    const hasOpenDisagreement = row.disagreements.length > 0
    const order = { status: row.status, deliveryDays: row.deliveryDays, events, hasOpenDisagreement }
    const of = { about: `#${row.number} ${row.title}`, href: `/orders/${row.id}` }
    const due = row.status === 'held' ? dueAt(order) : null
    const approved = approvesItselfAt(order, env().AUTO_APPROVE_DAYS)
    const ends = row.payments[0]?.captureBeforeAt ?? null
    return [
      ...(due ? [{ ...of, kind: 'work_due' as const, at: due }] : []),
      ...(approved ? [{ ...of, kind: 'approves_itself' as const, at: approved }] : []),
      ...(ends ? [{ ...of, kind: 'hold_ends' as const, at: ends }] : []),
    ]
  })
}

/** Offers that stand and end by themselves. */
async function ofOffers({ userId, role }: Actor, now: Date): Promise<Deadline[]> {
  const whose = role === 'EMPLOYER' ? { employerId: userId } : { contractorId: userId }
  const rows = await db().offer.findMany({
    where: { ...whose, status: 'offered', expiresAt: { gt: now } },
    orderBy: { id: 'desc' },
    take: ORDERS_MAX,
  })
  const kind = role === 'EMPLOYER' ? 'answer_offer' : 'offer_ends'
  return rows.flatMap(({ id, title, expiresAt: at }) =>
    at ? [{ kind, at, about: title ?? '', href: `/offers/${id}` } as const] : [],
  )
}

/** Until when Stripe wants what it asks a contractor for. */
async function ofAccount({ userId }: Actor): Promise<Deadline[]> {
  const account = await db().connectedAccount.findFirst({
    where: { userId, livemode: env().stripe.livemode },
    select: { requirements: true },
  })
  const { deadlineAt, future } = accountRequirements.parse(account?.requirements ?? {})
  const at = [deadlineAt, future.deadlineAt].filter(one => one !== null).sort((a, b) => a - b)[0]
  if (at === undefined) return []
  return [{ kind: 'details_due', at: new Date(at * 1000), about: 'Verification', href: '/onboarding' }]
}

/** Everything with a date that concerns the actor, nearest first; what is over for more than a month is left out. */
export async function listDeadlines(actor: Actor, now: Date): Promise<Deadline[]> {
  const all = await Promise.all([
    ofOrders(actor),
    ofOffers(actor, now),
    actor.role === 'CONTRACTOR' ? ofAccount(actor) : [],
  ])
  const since = now.getTime() - 30 * DAY_MS
  return all
    .flat()
    .filter(({ at }) => at.getTime() > since)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}
