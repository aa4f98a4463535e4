import { z } from 'zod'

const text = (max: number) => z.string().trim().max(max).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** What narrows the audit log: who (a name, an e-mail address or an id), what (how an action begins), of what (an id), and days in UTC. */
export const listAuditInput = z.object({
  who: text(254),
  what: text(60),
  object: text(60),
  from: day,
  to: day,
  cursor: text(40),
})
export type ListAuditInput = z.output<typeof listAuditInput>

export type AuditEventView = {
  id: string
  actorId: string | null
  /** Null for what Holdfast did by itself. */
  actorName: string | null
  actorRole: string
  action: string
  subjectType: string
  subjectId: string
  before: unknown
  after: unknown
  ip: string
  userAgent: string
  createdAt: Date
  /** Its place in the chain; null until it is sealed, within a minute. */
  position: bigint | null
  hash: string | null
}
