import { expect, test } from 'vitest'
import { db } from './db.ts'
import { pool, run, runTogether } from './sql.ts'

const one = (sql: string, ...values: unknown[]) => run<{ value: unknown }>({ text: sql, values })

test('money stays exact, and dates are UTC wherever server and process are', async () => {
  const at = '2026-03-29T01:30:00.123Z'
  const [row] = await run<{ money: bigint; date: Date; missing: null }>({
    text: 'SELECT $1::bigint AS money, $2::timestamp(3) AS date, NULL::bigint AS missing',
    values: [2n ** 62n + 1n, at],
  })
  expect(row).toEqual({ money: 2n ** 62n + 1n, date: new Date(at), missing: null })
})

test('what fails leaves nothing, and the connection to the next', async () => {
  await run({ text: 'CREATE TABLE kept (id text PRIMARY KEY)', values: [] })
  const failing = runTogether(async together => {
    await together({ text: 'INSERT INTO kept VALUES ($1)', values: ['a'] })
    await together({ text: 'INSERT INTO kept VALUES ($1)', values: ['a'] })
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  const thrown = runTogether(async together => {
    await together({ text: 'INSERT INTO kept VALUES ($1)', values: ['b'] })
    throw new Error('a bug')
  })
  await expect(thrown).rejects.toThrow('a bug')
  expect(await one('SELECT id AS value FROM kept')).toEqual([])
  await runTogether(together => together({ text: 'INSERT INTO kept VALUES ($1)', values: ['c'] }))
  expect(await one('SELECT id AS value FROM kept')).toEqual([{ value: 'c' }])
  expect(pool().totalCount - pool().idleCount).toBe(0)
})

test('a connection given back in the middle of a transaction is nobody’s next one', async () => {
  await run({ text: 'CREATE TABLE written (id text)', values: [] })
  for (const leaving of ['SELECT 1', 'SELECT 1/0']) {
    const client = await pool().connect()
    await client.query('BEGIN')
    await client.query(leaving).catch(() => undefined)
    client.release()
    await run({ text: 'INSERT INTO written VALUES ($1)', values: [leaving] })
    await client.end()
  }
  expect(await one('SELECT id AS value FROM written ORDER BY id')).toEqual([
    { value: 'SELECT 1' },
    { value: 'SELECT 1/0' },
  ])
})

test('a connection that is cut in the middle of a transaction is an error, and the next one works', async () => {
  const cut = runTogether(async together => {
    const [row] = await together<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid', values: [] })
    await db().$queryRaw`SELECT pg_terminate_backend(${row?.pid}::int)`
    return together({ text: 'SELECT 1', values: [] })
  })
  await expect(cut).rejects.toThrow()
  expect(await one('SELECT 1 AS value')).toEqual([{ value: 1 }])
  expect(await db().user.count()).toBe(0)
})
