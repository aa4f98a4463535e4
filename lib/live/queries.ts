import { env } from '../env.ts'
import { run } from '../sql.ts'

/** How many notifications somebody has not read. */
export async function countUnread(userId: string): Promise<number> {
  const text = `
    SELECT count(*)::int AS unread FROM notifications
    WHERE recipient_id = $1 AND livemode = $2 AND in_app AND read_at IS NULL`
  const [row] = await run<{ unread: number }>({ text, values: [userId, env().stripe.livemode] })
  return row?.unread ?? 0
}
