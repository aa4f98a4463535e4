import { now } from '../clock.ts'
import { Prisma, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { jobCall } from '../jobs/enqueue.ts'
import { GROUP_OF } from './groups-model.ts'
import { MAIL_ATTEMPTS_MAX, type NotificationData, type NotificationKind } from './model.ts'

type Told = { kind: NotificationKind; data: NotificationData }

/** `fact` names what happened: the same fact is told to the same person once, however often it is reported. */
export type Notice = Told & { recipientId: string; fact: string; orderId: string | null }

/** The same as expressions over the rows of a larger statement. */
export type NoticeOf = Told & { recipientId: Prisma.Sql; fact: Prisma.Sql; orderId: Prisma.Sql }

/** What the recipient wants of the kind's group. What cannot be turned off is not asked about. */
function wishes(kind: NotificationKind, recipientId: Prisma.Sql) {
  const group = GROUP_OF[kind]
  if (group === 'money') return { inApp: Prisma.sql`true`, email: Prisma.sql`true`, join: Prisma.empty }
  return {
    inApp: Prisma.sql`coalesce(wish.in_app, true)`,
    email: Prisma.sql`coalesce(wish.email, true)`,
    join: Prisma.sql`
      LEFT JOIN notification_preferences wish ON wish.user_id = ${recipientId} AND wish.kind_group = ${group}::text`,
  }
}

/**
 * The statement that tells somebody something as they wish it, and queues its mail. As a part of a larger one, `from` (such as
 * `FROM made`) ties it to the change; it may give one row at most. The job is made in the row's own expression, so that it is made
 * for a row only, and only for one that is mailed.
 */
export function noticeInsert(
  { kind, data, ...of }: NoticeOf,
  from: Prisma.Sql = Prisma.sql`FROM (VALUES (1)) AS once`,
): Prisma.Sql {
  const id = newId('ntf')
  const job = jobCall(
    'send-mail',
    { notificationId: id },
    { key: `mail:${id}`, attemptsMax: MAIL_ATTEMPTS_MAX },
  )
  const at = Prisma.sql`${now().toISOString()}::timestamp`
  const { inApp, email, join } = wishes(kind, of.recipientId)
  return Prisma.sql`
    INSERT INTO notifications
      (id, recipient_id, livemode, kind, fact, order_id, data, created_at, in_app, mail_state, mail_due_at)
    SELECT ${id}::text, ${of.recipientId}, ${env().stripe.livemode}::boolean, ${kind}::text, ${of.fact}, ${of.orderId},
      ${JSON.stringify(data)}::jsonb, ${at}, ${inApp}, (CASE WHEN ${email} THEN 'pending' ELSE 'off' END)::"MailState",
      CASE WHEN ${email} THEN (${job}).run_at AT TIME ZONE 'UTC' + interval '1 minute' ELSE ${at} END
    ${from} ${join} WHERE ${inApp} OR ${email}
    ON CONFLICT (recipient_id, fact) DO NOTHING`
}

/**
 * Tells somebody something, once for each fact, and queues its mail: both in the caller's transaction. Returns 1, or 0 where it was
 * told before or is not wished.
 */
export async function notify(tx: Tx, { recipientId, fact, orderId, ...told }: Notice): Promise<number> {
  const text = (value: string | null) => Prisma.sql`${value}::text`
  return tx.$executeRaw(
    noticeInsert({ ...told, recipientId: text(recipientId), fact: text(fact), orderId: text(orderId) }),
  )
}
