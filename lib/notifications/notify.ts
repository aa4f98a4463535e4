import { now } from '../clock.ts'
import { Prisma, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { jobCall } from '../jobs/enqueue.ts'
import { MAIL_ATTEMPTS_MAX, type NotificationData, type NotificationKind } from './model.ts'

type Told = { kind: NotificationKind; data: NotificationData }

/** `fact` names what happened: the same fact is told to the same person once, however often it is reported. */
export type Notice = Told & { recipientId: string; fact: string; orderId: string | null }

/** The same as expressions over the rows of a larger statement. */
export type NoticeOf = Told & { recipientId: Prisma.Sql; fact: Prisma.Sql; orderId: Prisma.Sql }

/**
 * The statement that tells somebody something and queues its mail. As a part of a larger one, `from` (such as `FROM made`) ties
 * it to the change; it may give one row at most. The job is made in the row's own expression, so that it is made for a row only.
 */
export function noticeInsert({ kind, data, ...of }: NoticeOf, from: Prisma.Sql = Prisma.empty): Prisma.Sql {
  const id = newId('ntf')
  const job = jobCall(
    'send-mail',
    { notificationId: id },
    { key: `mail:${id}`, attemptsMax: MAIL_ATTEMPTS_MAX },
  )
  return Prisma.sql`
    INSERT INTO notifications (id, recipient_id, livemode, kind, fact, order_id, data, created_at, mail_due_at)
    SELECT ${id}::text, ${of.recipientId}, ${env().stripe.livemode}::boolean, ${kind}::text, ${of.fact}, ${of.orderId},
      ${JSON.stringify(data)}::jsonb, ${now().toISOString()}::timestamp,
      (${job}).run_at AT TIME ZONE 'UTC' + interval '1 minute' ${from}
    ON CONFLICT (recipient_id, fact) DO NOTHING`
}

/** Tells somebody something, once for each fact, and queues its mail: both in the caller's transaction. */
export async function notify(tx: Tx, { recipientId, fact, orderId, ...told }: Notice): Promise<void> {
  const text = (value: string | null) => Prisma.sql`${value}::text`
  await tx.$executeRaw(
    noticeInsert({ ...told, recipientId: text(recipientId), fact: text(fact), orderId: text(orderId) }),
  )
}
