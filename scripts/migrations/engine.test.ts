import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { ensureDatabase } from '../postgres/databases.ts'
import { applyMigrations, diffFromMigrations } from './engine.ts'

const project = mkdtempSync(path.join(tmpdir(), 'holdfast-migrations-'))
const url = (name: string) => inject('serverUrl').replace(/\/[^/]*$/, `/${name}`)
let empty = ''

beforeEach(async () => {
  rmSync(path.join(project, 'prisma'), { recursive: true, force: true })
  cpSync('prisma/migrations', path.join(project, 'prisma/migrations'), { recursive: true })
  cpSync('prisma/schema.prisma', path.join(project, 'prisma/schema.prisma'))
  empty = `migrations_${Date.now()}`
  await ensureDatabase(inject('serverUrl'), empty)
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(project, 'prisma/migrations', name))
  writeFileSync(path.join(project, 'prisma/migrations', name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url(empty) })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

describe('migrations', () => {
  test('are applied once each and noted in the table that the Prisma command reads', async () => {
    const first = await applyMigrations(project, url(empty))
    expect(first.length).toBeGreaterThan(1)
    expect(await applyMigrations(project, url(empty))).toEqual([])
    const { rows } = await query('SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY 1')
    expect(rows.map(row => row.migration_name)).toEqual(first)
    expect(rows.every(row => row.finished_at !== null)).toBe(true)
  })

  test('may hold semicolons in comments and function bodies', async () => {
    await applyMigrations(project, url(empty))
    addMigration(
      '29990101000000_function',
      `-- one; two\nCREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;`,
    )
    await applyMigrations(project, url(empty))
    expect((await query('SELECT two()')).rows).toEqual([{ two: 2 }])
  })

  test('that fail leave nothing of themselves behind', async () => {
    await applyMigrations(project, url(empty))
    addMigration('29990101000000_half', 'CREATE TABLE half (id int); SELECT broken;')
    await expect(applyMigrations(project, url(empty))).rejects.toThrow(/broken/)
    expect((await query(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }])
  })

  test('build what the schema file says; a changed schema gives the SQL that is missing', async () => {
    expect(await diffFromMigrations(project, url(empty))).toBe('')
    const file = path.join(project, 'prisma/schema.prisma')
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}\nmodel Added {\n  id String @id\n\n  @@map("added")\n}\n`,
    )
    empty = `${empty}_2`
    await ensureDatabase(inject('serverUrl'), empty)
    expect(await diffFromMigrations(project, url(empty))).toContain('CREATE TABLE "added"')
  })
})
