import pg from 'pg'
import { inject } from 'vitest'
import { db } from '../db.ts'

// Backups of the database of a test file. A copy by PostgreSQL itself is what pg_dump and pg_restore would make of it.

const nameOf = () => new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
const backupOf = () => `${nameOf()}_backup`

/** Nobody may be connected while a database is copied; the next use connects again. */
async function withoutConnections(statements: string[]): Promise<void> {
  await db().$disconnect()
  Reflect.deleteProperty(globalThis, 'holdfastDb')
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Takes a backup in place of the one before. Returns when. */
export async function takeBackup(): Promise<Date> {
  const at = new Date()
  await withoutConnections([
    `DROP DATABASE IF EXISTS ${backupOf()}`,
    `CREATE DATABASE ${backupOf()} TEMPLATE ${nameOf()}`,
  ])
  return at
}

/** Puts the backup in the place of the database: whatever happened since is lost. */
export const putBack = (): Promise<void> =>
  withoutConnections([
    `DROP DATABASE ${nameOf()} WITH (FORCE)`,
    `CREATE DATABASE ${nameOf()} TEMPLATE ${backupOf()}`,
  ])

export const dropBackup = (): Promise<void> => withoutConnections([`DROP DATABASE IF EXISTS ${backupOf()}`])
