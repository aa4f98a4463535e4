import pg from 'pg'
import { inject } from 'vitest'
import { db } from '../../db.ts'

async function renewDatabase(): Promise<void> {
  const shared = globalThis as { holdfastDb?: unknown; holdfastPool?: pg.Pool }
  if (shared.holdfastDb) await db().$disconnect()
  delete shared.holdfastDb
  delete shared.holdfastPool
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`)
  await client.end()
}

/** Empties the database and the local Stripe of this test file: in what grows, looking at everything takes longer and longer. */
export async function beginAnew(): Promise<void> {
  await renewDatabase()
  await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/reset`, { method: 'POST' })
}
