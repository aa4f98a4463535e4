import { parseArgs } from 'node:util'
import { sealAuditEvents } from '#lib/audit/seal-audit-events.ts'
import { verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { db } from '#lib/db.ts'
import { Refusal } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'

// `npm run audit:verify [-- --head PLACE:HASH] [--seal]`: works the audit log's chain out anew, prints what was changed, removed or put in,
// and exits with 1 when there is anything. `--head` is an end that was printed or logged before; `--seal` seals what waits first.

function headOf(text: string | undefined): { position: bigint; hash: string } | undefined {
  if (text === undefined) return undefined
  const [, position, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  if (!position || !hash) throw new Refusal('--head must look like 1234:<64 hexadecimal digits>.')
  return { position: BigInt(position), hash }
}

async function run(): Promise<void> {
  takeEnvironment()
  const { values } = parseArgs({ options: { head: { type: 'string' }, seal: { type: 'boolean' } } })
  if (values.seal) console.log(`${await sealAuditEvents()} events sealed.`)
  const { count, head, findings } = await verifyAuditLog(headOf(values.head))
  for (const { kind, about, finding } of findings) console.log(`${kind}: ${about} ${finding}.`)
  const verdict = findings.length === 0 ? 'all as they were sealed' : `${findings.length} findings`
  console.log(`${count} sealed events, ${verdict}. The chain ends at ${head.position}:${head.hash}`)
  if (findings.length > 0) process.exitCode = 1
}

try {
  await run()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  if (process.env.DATABASE_URL) await db().$disconnect()
}
