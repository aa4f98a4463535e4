import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { exportOrders } from './export-orders.ts'
import { listOrdersInput } from './model.ts'
import { listOrders } from './queries.ts'

let parties: Awaited<ReturnType<typeof newParties>>
let employer: Actor

const COUNT = 1203

/** Orders of seven amounts over forty days, written at once: as many as a page never shows. */
async function manyOrders(): Promise<void> {
  const { contractor } = parties
  await db().order.createMany({
    data: Array.from({ length: COUNT }, (_, number) => ({
      id: newId('ord'),
      requestKey: `req_${String(number).padStart(32, '0')}`,
      livemode: false,
      employerId: employer.userId,
      contractorId: contractor.userId,
      title: number === 0 ? '=HYPERLINK("x")' : `Piece ${number}`,
      description: 'As agreed.',
      amount: BigInt(1000 * (1 + (number % 7))),
      currency: 'usd',
      commissionBps: 1000,
      commissionFixed: 0n,
      commissionAmount: BigInt(100 * (1 + (number % 7))),
      createdAt: new Date(Date.UTC(2026, 8, 1 + (number % 40), 23, 59, 59, 999)),
    })),
  })
}

beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
  employer = await newEmployer()
  await manyOrders()
})

const list = (actor: Actor, address: Record<string, string>) =>
  listOrders(actor, listOrdersInput.parse(address))

async function all(actor: Actor, address: Record<string, string>) {
  const found: { id: string; amount: bigint }[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await list(actor, cursor ? { ...address, cursor } : address)
    found.push(...page.orders)
    cursor = page.nextCursor
  }
  return found
}

async function exportAll(actor: Actor, address: Record<string, string>) {
  const rows = []
  for await (const row of exportOrders(actor, listOrdersInput.parse(address))) rows.push(row)
  return rows
}

test.each(['newest', 'oldest', 'dearest', 'cheapest'])(
  '%s first: every order once, over all pages, and the same in the export',
  async sort => {
    const found = await all(employer, { sort })
    expect(new Set(found.map(({ id }) => id)).size).toBe(COUNT)
    const ids = found.map(({ id }) => id)
    const amounts = found.map(({ amount }) => Number(amount))
    if (sort === 'newest') expect(ids).toEqual(ids.toSorted().reverse())
    if (sort === 'oldest') expect(ids).toEqual(ids.toSorted())
    if (sort === 'dearest') expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
    if (sort === 'cheapest') expect(amounts).toEqual(amounts.toSorted((a, b) => a - b))
    expect((await exportAll(employer, { sort })).map(({ id }) => id)).toEqual(ids)
  },
)

test('narrows by day, the last one included, and by amount in one currency; nonsense narrows nothing', async () => {
  const count = async (address: Record<string, string>) => (await all(employer, address)).length
  expect(await count({ from: '2026-09-02', to: '2026-09-02' })).toBe(31)
  expect(await count({ to: '2026-09-01' })).toBe(31)
  expect(await count({ currency: 'usd', min: '20', max: '30.00' })).toBe(344)
  expect(await count({ min: '20', max: '30.00' })).toBe(COUNT)
  expect(await count({ currency: 'eur' })).toBe(0)
  expect(
    await count({ from: 'yesterday', to: '2026-13-45', min: '-1', sort: 'x', status: 'y', cursor: '~z' }),
  ).toBe(COUNT)
})

test('nobody exports what they may not see, and money of a paid order is told to the cent', async () => {
  expect(await exportAll(await newEmployer(), {})).toEqual([])
  await newOrder(parties, 'completed')
  const [row, ...others] = await exportAll(parties.employer, { status: 'completed' })
  expect(others).toEqual([])
  expect(row).toMatchObject({
    currency: 'USD',
    amount: '100.00',
    commission: '10.00',
    captured: '100.00',
    commission_captured: '10.00',
    refunded: '0.00',
  })
})
