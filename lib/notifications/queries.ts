import { db } from '../db.ts'
import { env } from '../env.ts'
import type { Words } from '../i18n/words.ts'
import type { Actor } from '../users/model.ts'
import { addressFor } from './address-for.ts'
import type { NotificationView } from './model.ts'
import { aboutWords, notificationWords } from './words.ts'

const PAGE_SIZE = 25

/** A page of the actor's own notifications, newest first, in the words of `t`. `cursor` is the last id of the page before. */
export async function listNotifications(
  actor: Actor,
  t: Words,
  input: { cursor?: string | undefined },
): Promise<{ notifications: NotificationView[]; nextCursor: string | null }> {
  const rows = await db().notification.findMany({
    where: {
      recipientId: actor.userId,
      livemode: env().stripe.livemode,
      inApp: true,
      ...(input.cursor && { id: { lt: input.cursor } }),
    },
    include: {
      order: { select: { number: true, title: true } },
      recipient: { select: { profile: { select: { timeZone: true } } } },
    },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  const notifications = page.map(row => ({
    id: row.id,
    ...notificationWords(t, row, { role: actor.role, timeZone: row.recipient.profile?.timeZone }),
    about: aboutWords(t, row.order),
    href: addressFor(row, actor),
    createdAt: row.createdAt,
    isRead: row.readAt !== null,
    mailState: row.mailState,
  }))
  return { notifications, nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}

/** How many of the actor's notifications were marked as read at that very moment. */
export function countMarkedRead(actor: Actor, at: Date): Promise<number> {
  return db().notification.count({
    where: { recipientId: actor.userId, livemode: env().stripe.livemode, inApp: true, readAt: at },
  })
}
