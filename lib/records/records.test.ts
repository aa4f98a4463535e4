import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { FILLED_OWNER, fillMarketplace } from '../../bench/lists/fill.ts'
import { pool } from '../sql.ts'
import type { Actor, AdminRole } from '../users/model.ts'
import { exportRecords, listRecords } from './list-records.ts'
import { LIST_NAMES, type ListName, listRecordsInput } from './model.ts'
import { searchRecords } from './search-records.ts'

const by = (adminRole: AdminRole): Actor => ({
  ...{ userId: FILLED_OWNER, role: 'ADMIN', adminRole },
  origin: { ip: '', userAgent: '' },
})
const owner = by('owner')
const employer: Actor = { userId: FILLED_OWNER, role: 'EMPLOYER', origin: { ip: '', userAgent: '' } }

const list = (name: ListName, asked: object, actor = owner) =>
  listRecords(actor, name, listRecordsInput.parse(asked))

beforeAll(() => fillMarketplace(pool(), 400))

test.each(LIST_NAMES)(
  '%s: all pages together are every row once, in the order, as in the file',
  async name => {
    for (const sort of ['newest', 'oldest', 'dearest', 'cheapest']) {
      const seen: string[] = []
      const amounts: bigint[] = []
      let cursor: string | undefined
      do {
        const { records, nextCursor } = await list(name, { sort, cursor })
        seen.push(...records.map(({ id }) => id))
        amounts.push(...records.flatMap(({ amount }) => amount ?? []))
        cursor = nextCursor ?? undefined
      } while (cursor)
      const file: string[] = []
      for await (const { id } of exportRecords(owner, name, listRecordsInput.parse({ sort }))) file.push(id)
      expect(seen).toEqual(file)
      expect(new Set(seen).size).toBe(seen.length)
      const sorted = [...amounts].sort((a, b) => Number(a - b))
      if (sort === 'cheapest') expect(amounts).toEqual(sorted)
      if (sort === 'dearest') expect(amounts).toEqual(sorted.reverse())
    }
  },
)

test('a list is narrowed by state, currency with amounts, day and what is typed', async () => {
  const states = async (asked: object) =>
    new Set((await list('orders', asked)).records.map(({ status }) => status))
  expect(await states({ status: 'held' })).toEqual(new Set(['held']))
  const priced = (await list('orders', { currency: 'eur', min: '10', max: '2000' })).records
  expect(priced.every(({ amount, currency }) => currency === 'eur' && (amount ?? 0n) >= 1000n)).toBe(true)
  const day = await list('payments', { from: '2025-01-02', to: '2025-01-02' })
  expect(new Set(day.records.map(({ at }) => at.toISOString().slice(0, 10)))).toEqual(new Set(['2025-01-02']))
  const ids = async (name: ListName, q: string) =>
    (await list(name, { q })).records.map(({ id }) => id.slice(-4))
  expect(await ids('payments', 'ch_77')).toEqual(['0077'])
  expect(await ids('refunds', 're_11')).toEqual(['0011'])
  expect(await ids('orders', '#7')).toContain('0007')
  expect(await ids('orders', 'employer3@')).toHaveLength(25)
  expect(await ids('orders', '%')).toEqual([])
})

test('each kind of what can be typed finds what it means, for admins alone', async () => {
  const found = async (q: string, actor = owner) =>
    (await searchRecords(actor, q)).map(({ list: name, records }) => `${name} ${records[0]?.id.slice(-3)}`)
  expect(await found('#77')).toEqual(['orders 077'])
  expect(await found('employer3@example.test')).toEqual(['users 003'])
  expect(await found('pi_77')).toEqual(['payments 077'])
  expect(await found('tr_77')).toEqual(['payments 077'])
  expect(await found('re_11')).toEqual(['refunds 011'])
  expect(await found('trr_51')).toEqual(['recoveries 051'])
  expect(await found('po_11')).toEqual(['payouts 011'])
  expect(await found('du_101')).toEqual(['disputes 101'])
  expect(await found('acct_1')).toEqual(['accounts 001'])
  expect(await found('cus_4')).toEqual(['users 004'])
  expect(await found('pm_4')).toEqual(['users 004'])
  expect(await found('84.19')).toEqual(['orders 001', 'payments 001', 'disputes 001'])
  expect(await found('0037')).toContain('payments 400')
  expect(await found('for a boat 11')).toContain('orders 118')
  expect(await found('x')).toEqual([])
  expect(await found('pi_77', employer)).toEqual([])
})

test('nobody but an admin has a list, and support takes no file along', async () => {
  expect((await list('users', {}, employer)).records).toEqual([])
  for (const actor of [employer, by('support')])
    for await (const row of exportRecords(actor, 'users', listRecordsInput.parse({})))
      expect(row).toBeUndefined()
})

test('a page of one row and a page of twenty-five are as many statements', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query')
  const statements = async (name: ListName, asked: object) => {
    query.mockClear()
    const { records } = await list(name, asked)
    return { rows: records.length, count: query.mock.calls.length }
  }
  for (const name of LIST_NAMES) {
    const [{ records }, many] = [await list(name, {}), await statements(name, {})]
    const one = await statements(name, { q: records[0]?.id })
    expect([name, one.rows > 0, many.count, one.count]).toEqual([name, true, 1, 2])
  }
})
