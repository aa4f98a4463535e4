import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Runs before each test file: gives it a database of its own and the environment of the local Stripe.

const serverUrl = inject('serverUrl')
const database = `test_${randomBytes(8).toString('hex')}`

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

await onServer(`CREATE DATABASE ${database} TEMPLATE ${inject('templateDatabase')}`)
Object.assign(process.env, {
  DATABASE_URL: serverUrl.replace(/\/[^/]*$/, `/${database}`),
  STRIPE_SECRET_KEY: 'sk_test_local',
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
  STRIPE_WEBHOOK_SECRET: 'whsec_local',
  STRIPE_LOCAL_URL: `http://127.0.0.1:${await freePort()}`,
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret that only the tests of this project use',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
})

afterAll(async () => {
  const shared = globalThis as { holdfastDb?: { $disconnect(): Promise<void> } }
  await shared.holdfastDb?.$disconnect()
  await onServer(`DROP DATABASE ${database} WITH (FORCE)`)
})
