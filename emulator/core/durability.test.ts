import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { clientOf } from '../testing/harness.ts'

const DATABASE_URL = process.env.DATABASE_URL ?? 'postgresql://postgres:password@127.0.0.1:54329/postgres'
const SCHEMA = `emulator_test_${process.pid}`
const children: ChildProcess[] = []

/** Starts the emulator as a process of its own and resolves to it and its address. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const args = ['emulator/main.ts', '--port', '0', '--database-url', DATABASE_URL, '--schema', SCHEMA]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  for await (const chunk of child.stdout ?? []) {
    const ready = /^ready (\S+)$/m.exec(String(chunk))
    if (ready?.[1]) return { child, url: ready[1] }
  }
  throw new Error('The emulator ended before it was ready')
}

async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  const client = new pg.Client(DATABASE_URL)
  await client.connect()
  await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`)
  await client.end()
})

it('keeps what was answered when it is killed the next moment, stored answers and the clock included', async () => {
  const first = await start()
  const idempotencyKey = 'survives'
  const before = clientOf(first.url)
  const deleted = await before.customers.create({ name: 'Gone' })
  await before.customers.del(deleted.id)
  await fetch(`${first.url}/_control/clock/advance`, { method: 'POST', body: '{"seconds":86400}' })
  const created = await before.customers.create({ name: 'Stays' }, { idempotencyKey })
  await kill(first.child)

  const second = await start()
  const after = clientOf(second.url)
  expect(await after.customers.retrieve(created.id)).toMatchObject({
    name: 'Stays',
    created: created.created,
  })
  expect(await after.customers.retrieve(deleted.id)).toMatchObject({ deleted: true })
  expect((await after.customers.create({ name: 'Stays' }, { idempotencyKey })).id).toBe(created.id)
  expect((await after.customers.list()).data).toHaveLength(1)
  const clock = (await (await fetch(`${second.url}/_control/clock`)).json()) as { offset: number }
  expect(clock.offset).toBe(86_400)
  await kill(second.child)
}, 30_000)

it('refuses to share its schema with another one', async () => {
  const first = await start()
  await expect(start()).rejects.toThrow('ended before it was ready')
  await kill(first.child)
}, 30_000)
