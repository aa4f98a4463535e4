import { now } from '../clock.ts'
import { db } from '../db.ts'
import { content, hashOf } from './chain.ts'

const BATCH = 1000
/** The sealer comes every minute; what is older than that and has no seal says that it does not come. */
const UNSEALED_MS_MAX = 15 * 60_000
/** Events are sealed in the order in which they happened, but for transactions under way. One that is older was put in later. */
const BACKWARDS_MS_MAX = 10 * 60_000

export type AuditFinding = {
  kind: 'changed' | 'removed' | 'inserted' | 'backdated' | 'unsealed' | 'cut_off' | 'not_expected'
  /** The event, or the places, that it is about. */
  about: string
  finding: string
}

export type AuditVerdict = {
  count: bigint
  head: { position: bigint; hash: string }
  findings: AuditFinding[]
}

type Row = {
  id: string
  position: bigint
  previous: string
  hash: string
  content: string
  createdAt: Date
}
type Place = Pick<Row, 'id' | 'position' | 'hash' | 'createdAt'>

function batchAfter(position: bigint): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT e.id, e.position, e.previous_hash AS previous, e.hash, e.created_at AS "createdAt", ${content} AS content
    FROM audit_events e WHERE e.position > ${position} ORDER BY e.position LIMIT ${BATCH}`
}

/** What is wrong with an event, seen with the one before it. */
function judge(row: Row, before: Place): AuditFinding[] {
  const findings: AuditFinding[] = []
  const find = (kind: AuditFinding['kind'], finding: string, about = row.id) =>
    findings.push({ kind, about, finding })
  const gap = row.position - before.position - 1n
  if (gap > 0n) {
    const places =
      gap === 1n ? `place ${row.position - 1n}` : `places ${before.position + 1n} to ${row.position - 1n}`
    find('removed', `${gap} removed between ${before.id || 'the beginning'} and ${row.id}`, places)
  } else if (row.previous !== before.hash) {
    find(
      'inserted',
      `follows another event than ${before.id || 'the beginning'}: one of the two was put in or replaced`,
    )
  }
  if (hashOf(row.previous, row.position, row.content) !== row.hash)
    find('changed', `is no longer what was sealed at place ${row.position}`)
  if (before.createdAt.getTime() - row.createdAt.getTime() > BACKWARDS_MS_MAX)
    find(
      'backdated',
      `claims ${row.createdAt.toISOString()}, long before ${before.id}, which was sealed earlier`,
    )
  return findings
}

/** What the end of the chain, and what waits for a seal, say about the last event that is there. */
async function judgeEnd(last: Place): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = []
  const end = await db().auditChain.findFirst()
  if (!end || end.position > last.position) {
    const about = `places ${last.position + 1n} to ${end?.position ?? '?'}`
    findings.push({ kind: 'cut_off', about, finding: 'the newest sealed events are gone' })
  } else if (end.position < last.position || end.hash !== last.hash) {
    const finding = `stands where the sealer had not come to: it ended at ${end.position}`
    findings.push({ kind: 'inserted', about: last.id, finding })
  }
  const old = { position: null, createdAt: { lt: new Date(now().getTime() - UNSEALED_MS_MAX) } }
  const oldest = await db().auditEvent.findFirst({
    where: old,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  if (oldest) {
    const count = await db().auditEvent.count({ where: old })
    const finding = `${count} such event(s) have no seal for more than a quarter of an hour: put in later, or the worker does not run`
    findings.push({ kind: 'unsealed', about: oldest.id, finding })
  }
  return findings
}

/**
 * Reads the whole audit log, works every hash out anew, and says what was changed, removed or put in since it was sealed. `expected` is an
 * end of the chain that was noted elsewhere (the worker logs each): with it, a chain that was made anew as a whole is found as well.
 */
export async function verifyAuditLog(expected?: { position: bigint; hash: string }): Promise<AuditVerdict> {
  let last: Place = { id: '', position: 0n, hash: '', createdAt: new Date(0) }
  let count = 0n
  const findings: AuditFinding[] = []
  for (;;) {
    const rows = await batchAfter(last.position)
    for (const row of rows) {
      findings.push(...judge(row, last))
      if (expected?.position === row.position && expected.hash !== row.hash)
        findings.push({ kind: 'not_expected', about: row.id, finding: 'is not what was noted at this place' })
      last = row
      count += 1n
    }
    if (rows.length < BATCH) break
  }
  if (expected && expected.position > last.position)
    findings.push({ kind: 'cut_off', about: `place ${expected.position}`, finding: 'was noted, and is gone' })
  findings.push(...(await judgeEnd(last)))
  return { count, head: { position: last.position, hash: last.hash }, findings }
}
