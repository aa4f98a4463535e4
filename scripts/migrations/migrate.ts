import { Logger, runMigrations } from 'graphile-worker'
import { applyMigrations } from './engine.ts'

/**
 * Brings a database up to date: our own tables, then the job queue's (jobs are added before any worker has run, so
 * its tables cannot wait for one). Returns the names of our migrations that were applied.
 */
export async function migrateDatabase(projectDir: string, databaseUrl: string): Promise<string[]> {
  const applied = await applyMigrations(projectDir, databaseUrl)
  await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) })
  return applied
}
