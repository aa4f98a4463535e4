import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { applyMigrations } from './engine.ts'

/**
 * Brings a database up to date: our own tables, then the job queue's (jobs are added before any worker has run, so
 * its tables cannot wait for one). Returns the names of our migrations that were applied.
 */
export async function migrateDatabase(projectDir: string, databaseUrl: string): Promise<string[]> {
  const applied = await applyMigrations(projectDir, databaseUrl)
  // A pool of our own: the one that the library would make stays open for ten seconds.
  const pgPool = new pg.Pool({ connectionString: databaseUrl })
  // The library asks for these; a lost connection is told by the query that was on it.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', client => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) })
  } finally {
    await pgPool.end()
  }
  return applied
}
