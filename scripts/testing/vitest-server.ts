import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureDatabase } from '../postgres/databases.ts'
import { startPostgres } from '../postgres/server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the tests' PostgreSQL server, ending in the maintenance database. */
    serverUrl: string
    /** A migrated database, to be copied. */
    templateDatabase: string
  }
}

const TEMPLATE = 'holdfast_template'

/** Starts one PostgreSQL for the whole run, with a migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-vitest-'))
  chmodSync(dataDir, 0o755)
  const logFile = path.join(dataDir, 'postgres.log')
  const projectDir = project.config.root
  const server = await startPostgres({ projectDir, dataDir, logFile, port: undefined, throwaway: true })
  const end = async () => {
    await server.child.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await ensureDatabase(server.url('postgres'), TEMPLATE)
    // In a process of its own, because the engine keeps the one it ran in alive for ten seconds.
    const env = { ...process.env, DATABASE_URL: server.url(TEMPLATE) }
    execFileSync(process.execPath, ['scripts/migrations/main.ts'], { cwd: projectDir, env, stdio: 'pipe' })
  } catch (error) {
    await end()
    throw error
  }
  project.provide('serverUrl', server.url('postgres'))
  project.provide('templateDatabase', TEMPLATE)
  return end
}
