import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../processes/ports.ts'
import { ensureDatabase } from './databases.ts'
import { type Postgres, startPostgres } from './server.ts'

let dataDir = ''
let server: Postgres

const start = async (port?: number) =>
  startPostgres({ projectDir: process.cwd(), dataDir, logFile: path.join(dataDir, 'pg.log'), port })

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url('kept') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'holdfast-pg-'))
  chmodSync(dataDir, 0o755)
  server = await start()
  await ensureDatabase(server.url('postgres'), 'kept')
  await ask('CREATE TABLE facts AS SELECT 42 AS answer')
})
afterAll(async () => {
  await server.child.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a server that was killed starts again with its data, on the port it had', async () => {
  const { port } = server
  await server.child.kill()
  server = await start(port)
  expect(server.port).toBe(port)
  expect(await ask('SELECT answer FROM facts')).toEqual([{ answer: 42 }])
})

test('a lock file that names a living process of another program is no hindrance', async () => {
  const file = path.join(server.clusterDir, 'postmaster.pid')
  const lock = readFileSync(file, 'utf8')
  await server.child.kill()
  writeFileSync(file, lock.replace(/^\d+/, String(process.pid)))
  server = await start()
  expect(await ask('SELECT answer FROM facts')).toEqual([{ answer: 42 }])
})

test('a server that a killed run left running is stopped first', async () => {
  const left = server
  server = await start()
  expect(left.child.ended).not.toBeNull()
  expect(await ask('SELECT answer FROM facts')).toEqual([{ answer: 42 }])
})

test('a taken port is avoided', async () => {
  const { port } = server
  expect(await freePort(port)).not.toBe(port)
})
