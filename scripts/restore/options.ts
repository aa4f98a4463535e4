import { parseArgs } from 'node:util'
import { Refusal } from '../refusal.ts'

export type RestoreOptions = {
  /** When the backup was taken, or a little before. */
  backupAt: Date
  /** Whether others may use the database meanwhile. */
  isShared: boolean
}

/** A moment that means the same everywhere: with its time zone. */
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/** @throws Refusal with the sentence to show. */
export function readOptions(args: string[], now: Date): RestoreOptions {
  const { values } = parseArgs({
    args,
    options: { since: { type: 'string' }, 'while-running': { type: 'boolean', default: false } },
  })
  const { since } = values
  const example = `npm run restore -- --since ${now.toISOString().slice(0, 16)}Z`
  if (since === undefined) throw new Refusal(`Say when the backup was taken, or a little before: ${example}`)
  const backupAt = new Date(since)
  if (!MOMENT.test(since) || Number.isNaN(backupAt.getTime()))
    throw new Refusal(`--since is a date and time with its time zone (Z is UTC): ${example}`)
  if (backupAt > now) throw new Refusal(`--since ${since} has not come yet: check its time zone.`)
  return { backupAt, isShared: values['while-running'] }
}
