import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runningDatabase } from '../postgres/running-database.ts'
import { readEnvironment, readSettings } from './settings.ts'

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Gives this process the environment of the Holdfast that runs from this folder, or of DATABASE_URL.
 * Throws Refusal when there is neither.
 */
export function takeEnvironment(): void {
  const env = readEnvironment(projectDir)
  const settings = readSettings({ projectDir, env, mode: 'production', verbose: false })
  const DATABASE_URL = settings.externalDatabaseUrl ?? runningDatabase(settings.dataDir, 'holdfast')
  Object.assign(process.env, settings.env, { DATABASE_URL })
}
