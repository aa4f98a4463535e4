import { Prisma, type Tx, transaction } from '../db.ts'
import { logger } from '../logger.ts'
import { content, hashOf } from './chain.ts'

const BATCH = 500

type Head = { position: bigint; hash: string }

/** Under the lock of the chain's end, which only sealers take: the next events get their places. Returns how many. */
async function sealBatch(tx: Tx): Promise<{ count: number; head: Head }> {
  const [end] = await tx.$queryRaw<Head[]>`SELECT position, hash FROM audit_chain FOR UPDATE`
  let head = end ?? { position: 0n, hash: '' }
  const rows = await tx.$queryRaw<{ id: string; content: string }[]>`
    SELECT e.id, ${content} AS content FROM audit_events e
    WHERE e.position IS NULL ORDER BY e.created_at, e.id LIMIT ${BATCH}`
  if (rows.length === 0) return { count: 0, head }
  const sealed = rows.map(row => {
    const position = head.position + 1n
    const previous = head.hash
    head = { position, hash: hashOf(previous, position, row.content) }
    return Prisma.sql`(${row.id}, ${position}::bigint, ${previous}, ${head.hash})`
  })
  await tx.$executeRaw`
    UPDATE audit_events e SET position = s.position, previous_hash = s.previous, hash = s.hash
    FROM (VALUES ${Prisma.join(sealed)}) AS s (id, position, previous, hash) WHERE e.id = s.id`
  await tx.$executeRaw`UPDATE audit_chain SET position = ${head.position}, hash = ${head.hash}`
  return { count: rows.length, head }
}

/**
 * Gives every event of the audit log that has none its place in the chain, with the hash of its content and of the event before. Whoever
 * writes an event never waits for it. Each new end of the chain is in the log of the process too, outside the database. Returns how many.
 */
export async function sealAuditEvents(): Promise<number> {
  for (let total = 0; ; ) {
    const { count, head } = await transaction(sealBatch)
    total += count
    if (count === BATCH) continue
    if (total > 0) logger.info({ position: head.position.toString(), hash: head.hash }, 'audit log sealed')
    return total
  }
}
