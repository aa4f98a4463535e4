import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal.ts'
import { postgresAccount } from './account.ts'
import { baseFolder } from './folder.ts'

/**
 * The connection address of the built-in PostgreSQL that `npm start` runs on these files; its port is the fourth line of
 * `postmaster.pid` (https://www.postgresql.org/docs/current/storage-file-layout.html). Throws Refusal when none is running.
 */
export function runningDatabase(dataDir: string, database: string): string {
  const baseDir = baseFolder(dataDir, postgresAccount())
  const pidFile = path.join(baseDir, 'pg', 'postmaster.pid')
  if (!existsSync(pidFile)) {
    throw new Refusal('Holdfast is not running from this folder: run `npm start` first, or set DATABASE_URL.')
  }
  const port = readFileSync(pidFile, 'utf8').split('\n')[3]?.trim()
  const password = readFileSync(path.join(baseDir, 'pg-password'), 'utf8').trim()
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
}
