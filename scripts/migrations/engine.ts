import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { openMigrationAdapter } from './adapter.ts'

const FILTERS = { externalTables: [], externalEnums: [] }

/** The official schema engine as WebAssembly (npm carries it; the native one would be a download). */
async function loadEngine(): Promise<void> {
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  )
  const bytes = readFileSync(path.join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

// Its glue code keeps one instance in module variables: a second one would break what the first handed out.
let loaded: Promise<void> | undefined

function readSchema(projectDir: string) {
  const file = path.join(projectDir, 'prisma', 'schema.prisma')
  return { path: 'schema.prisma', content: readFileSync(file, 'utf8') }
}

function readMigrations(projectDir: string): engine.MigrationList {
  const baseDir = path.join(projectDir, 'prisma', 'migrations')
  const names = readdirSync(baseDir, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map(({ name }) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

async function withEngine<T>(
  projectDir: string,
  databaseUrl: string,
  work: (opened: engine.SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadEngine()
  await loaded
  const { path: name, content } = readSchema(projectDir)
  const adapter = openMigrationAdapter(databaseUrl)
  const options = { datamodels: [[name, content]] } satisfies engine.ConstructorOptions
  try {
    return await work(await engine.SchemaEngine.new(options, () => undefined, adapter.factory))
  } catch (error) {
    throw adapter.scriptError() ?? error
  } finally {
    await adapter.close()
  }
}

/**
 * Applies every migration that the database lacks and returns their names. Keeps Prisma's own `_prisma_migrations`
 * table, so `prisma migrate deploy` may be used on the same database.
 */
export function applyMigrations(projectDir: string, databaseUrl: string): Promise<string[]> {
  const input = { migrationsList: readMigrations(projectDir), filters: FILTERS }
  return withEngine(projectDir, databaseUrl, async opened => {
    const { appliedMigrationNames } = await opened.applyMigrations(input)
    return appliedMigrationNames
  })
}

/**
 * The SQL that leads from what the migrations build to the schema file, or '' when they agree. `shadowUrl` is an empty
 * database that is filled on the way.
 */
export function diffFromMigrations(projectDir: string, shadowUrl: string): Promise<string> {
  return withEngine(projectDir, shadowUrl, async opened => {
    const { stdout } = await opened.diff({
      from: { tag: 'migrations', ...readMigrations(projectDir) },
      to: { tag: 'schemaDatamodel', files: [readSchema(projectDir)] },
      script: true,
      exitCode: false,
      filters: FILTERS,
    })
    return stdout?.includes('This is an empty migration') ? '' : (stdout ?? '')
  })
}
