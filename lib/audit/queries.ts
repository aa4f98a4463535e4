import { may } from '../access/model.ts'
import { DAY_MS } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { searchText } from '../search-text.ts'
import type { Actor } from '../users/model.ts'
import type { AuditEventView, ListAuditInput } from './model.ts'

const PAGE_SIZE = 50
const EXPORT_BATCH = 500
const NAMED_MAX = 50

type Row = Prisma.AuditEventGetPayload<object>

/** Whose events are asked for, by what was typed of them. */
async function actorsBy(who: string): Promise<string[]> {
  const text = searchText(who)
  const rows = await db().user.findMany({
    where: { OR: [{ id: who }, { email: text }, { profile: { displayName: text } }] },
    select: { id: true },
    take: NAMED_MAX,
  })
  return rows.map(({ id }) => id)
}

async function matching(input: Omit<ListAuditInput, 'cursor'>): Promise<Prisma.AuditEventWhereInput> {
  const { who, what, object, from, to } = input
  return {
    ...(who && { actorId: { in: await actorsBy(who) } }),
    ...(what && { action: { startsWith: what } }),
    ...(object && { subjectId: object }),
    createdAt: {
      gte: from ? new Date(from) : undefined,
      lt: to ? new Date(new Date(to).getTime() + DAY_MS) : undefined,
    },
  }
}

async function named(rows: Row[]): Promise<AuditEventView[]> {
  const ids = rows.flatMap(row => (row.actorId ? [row.actorId] : []))
  const profiles = await db().userProfile.findMany({ where: { userId: { in: ids } } })
  const names = new Map(profiles.map(profile => [profile.userId, profile.displayName]))
  return rows.map(({ previousHash: _, ...row }) => ({
    ...row,
    actorName: names.get(row.actorId ?? '') ?? null,
  }))
}

/** A page of the audit log, newest first, for those who may read it; empty for anybody else. `cursor` is the last id of the page before. */
export async function listAuditEvents(
  actor: Actor,
  { cursor, ...filters }: ListAuditInput,
): Promise<{ events: AuditEventView[]; nextCursor: string | null }> {
  if (!may(actor, 'audit')) return { events: [], nextCursor: null }
  const rows = await db().auditEvent.findMany({
    where: { AND: [await matching(filters), cursor ? { id: { lt: cursor } } : {}] },
    orderBy: { id: 'desc' },
    take: PAGE_SIZE + 1,
  })
  const page = rows.slice(0, PAGE_SIZE)
  return { events: await named(page), nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null }
}

/** Every event that a list with the same filters shows, newest first, a batch at a time. */
export async function* exportAuditEvents(
  actor: Actor,
  input: ListAuditInput,
): AsyncGenerator<AuditEventView> {
  if (!may(actor, 'audit')) return
  const where = await matching(input)
  for (let cursor: string | undefined; ; ) {
    const rows = await db().auditEvent.findMany({
      where: { AND: [where, cursor ? { id: { lt: cursor } } : {}] },
      orderBy: { id: 'desc' },
      take: EXPORT_BATCH,
    })
    yield* await named(rows)
    cursor = rows.at(-1)?.id
    if (!cursor || rows.length < EXPORT_BATCH) return
  }
}

/** Where the chain ends: the last place that was sealed, and its hash. Null for those who may not read the log. */
export async function getAuditHead(actor: Actor): Promise<{ position: bigint; hash: string } | null> {
  if (!may(actor, 'audit')) return null
  const head = await db().auditChain.findFirst()
  return head && { position: head.position, hash: head.hash }
}
