import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDatabase } from '../postgres/databases.ts'
import { startPostgres } from '../postgres/server.ts'
import { reasonOf } from '../refusal.ts'
import { diffFromMigrations } from './engine.ts'

// `npm run migrate:new NAME`: writes the SQL that leads from the migrations to the changed schema file, to be read and
// completed by hand before it is applied. Compared on a PostgreSQL of its own that is thrown away.

const projectDir = process.cwd()
const name = process.argv[2] ?? ''

async function sqlForTheChange(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-shadow-'))
  chmodSync(dataDir, 0o755)
  const logFile = path.join(dataDir, 'postgresql.log')
  const server = await startPostgres({ projectDir, dataDir, logFile, port: undefined, throwaway: true })
  try {
    await ensureDatabase(server.url('postgres'), 'shadow')
    return await diffFromMigrations(projectDir, server.url('shadow'))
  } finally {
    await server.child.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Prisma's own form of a migration's name: the time to the second, then words. */
function write(sql: string): string {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join('prisma', 'migrations', `${time}_${name}`)
  mkdirSync(path.join(projectDir, folder))
  writeFileSync(path.join(projectDir, folder, 'migration.sql'), sql)
  return folder
}

if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name of lower-case words: npm run migrate:new add_listings')
  process.exit(1)
}
try {
  const sql = await sqlForTheChange()
  console.log(sql === '' ? 'The migrations already build what the schema file says.' : `Wrote ${write(sql)}.`)
  process.exit(0)
} catch (error) {
  console.error(`The migration could not be written: ${reasonOf(error)}`)
  process.exit(1)
}
