import { createHash } from 'node:crypto'
import { Prisma } from '../db.ts'

/** What an event's hash is made of, as SQL over `audit_events e`: all that was written of it, in PostgreSQL's own form of JSON. */
export const content = Prisma.sql`
  jsonb_build_array(e.id, e.actor_id, e.actor_role, e.action, e.subject_type, e.subject_id, e.before, e.after, e.ip,
    e.user_agent, to_char(e.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS'))::text`

/** The hash of an event at a place in the chain, over the hash of the event before. The first one's is empty. */
export function hashOf(previous: string, position: bigint, text: string): string {
  return createHash('sha256').update(`${previous}\n${position}\n${text}`).digest('hex')
}
