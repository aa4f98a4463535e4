import { setTimeout as sleep } from 'node:timers/promises'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { db, transaction } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import { checkInvariants } from '#lib/ledger/invariants.ts'
import { confirmPlatform } from '#lib/platform/confirm-platform.ts'
import { reconcile } from '#lib/reconciliation/reconcile.ts'
import { Report } from '#lib/restore/report.ts'
import { restoreMoney } from '#lib/restore/restore-money.ts'
import type { Result } from '#lib/result.ts'
import { SYSTEM } from '#lib/users/model.ts'
import { catchUp } from '#lib/webhooks/catch-up.ts'
import { processWaiting } from '#lib/webhooks/process-waiting.ts'
import { Refusal } from '../refusal.ts'
import { takeEnvironment } from '../stack/take-environment.ts'
import { readOptions } from './options.ts'
import { printReport, printVerdict } from './print-report.ts'

// `npm run restore -- --since TIME`: after an older backup of the database was put back, makes again from Stripe what it has lost of
// money since TIME, and compares. Exits with 1 while anything differs. See docs/restore.md.

/** Clocks differ, and a row is in the backup only if it was committed before: so much earlier is looked. */
const MARGIN_MS = 3600 * 1000
/** How long Stripe keeps events. */
const EVENTS_MS = 30 * 24 * 3600 * 1000

const NAME = 'holdfast restore'

/** How long a connection of a program that was stopped just now may be on its way out. */
const CLOSING_MS = 3000

function othersOnDatabase(): Promise<{ name: string }[]> {
  return db().$queryRaw`
    SELECT DISTINCT coalesce(nullif(application_name, ''), 'without a name') AS name FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> ${NAME}`
}

/** Whoever else uses the database, above all the worker, would ask Stripe for things that it has done already. */
async function refuseOthers(): Promise<void> {
  const until = Date.now() + CLOSING_MS
  let others = await othersOnDatabase()
  while (others.length > 0 && Date.now() < until) {
    await sleep(200)
    others = await othersOnDatabase()
  }
  if (others.length === 0) return
  throw new Refusal(
    `Others are connected to the database (${others.map(({ name }) => name).join(', ')}). Stop Holdfast, its worker above all: it would ` +
      'do again what Stripe has done in the lost time. If they are none of ours, add --while-running.',
  )
}

/** From when on Stripe is read: before the backup, and before the last thing that this database knows of. */
async function readFrom(backupAt: Date): Promise<Date> {
  const { _max: last } = await db().auditEvent.aggregate({ _max: { createdAt: true } })
  const known = last.createdAt ?? new Date(0)
  console.log(`The last thing that this database knows of happened at ${known.toISOString()}.`)
  const start = Math.min(backupAt.getTime(), known.getTime())
  if (Date.now() - start > EVENTS_MS)
    console.log(
      'Stripe keeps events for 30 days: what changed before that in what was there already is not found.',
    )
  return new Date(start - MARGIN_MS)
}

function demand<T>(result: Result<T, { kind: string }>): T {
  if (result.ok) return result.value
  throw new Refusal(
    `Stripe did not answer (${result.error.kind}). What is done is done: run the same command again.`,
  )
}

async function remember(report: Report, backupAt: Date): Promise<void> {
  const after = { made: Object.fromEntries(report.made), findings: report.findings }
  const subject = { type: 'database', id: backupAt.toISOString() }
  await transaction(tx => recordAuditEvent(tx, SYSTEM, { action: 'database.restored', subject, after }))
}

async function run(): Promise<void> {
  process.env.PGAPPNAME = NAME
  takeEnvironment()
  const { backupAt, isShared } = readOptions(process.argv.slice(2), new Date())
  if (!isShared) await refuseOthers()
  const platform = await confirmPlatform()
  if (!platform.ok) throw new Refusal(platform.error)
  const since = await readFrom(backupAt)
  console.log(`Reading from Stripe what was made since ${since.toISOString()} …`)
  const report = new Report()
  demand(await restoreMoney(report, since))
  const events = demand(await catchUp(since))
  const failed = await processWaiting()
  if (failed > 0) console.log(`${failed} events could not be handled yet; the worker tries them again.`)
  await remember(report, backupAt)
  printReport(report, events)
  const differences = demand(await reconcile())
  const isWell = printVerdict(differences, await checkInvariants(env().stripe.livemode))
  console.log(isWell ? 'Start Holdfast again.' : 'Look at these first; running this again does no harm.')
  if (!isWell) process.exitCode = 1
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
