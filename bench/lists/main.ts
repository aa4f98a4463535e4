import { parseArgs } from 'node:util'
import pg from 'pg'
import { median, percentile } from '../figures.ts'
import { startWorld } from '../world.ts'
import { FILLED_OWNER, fillMarketplace } from './fill.ts'

// `npm run bench:lists`: how long the server takes for a page of each list of the console, with every filter, sort and a page far behind,
// and for each kind of search, among 100,000 orders.

const { values } = parseArgs({
  options: { orders: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '9' } },
})
const ROUNDS = Number(values.rounds)
const TARGET_MS = 150

const world = await startWorld()
Object.assign(process.env, world.env)
const client = new pg.Client(world.databaseUrl)
await client.connect()
await fillMarketplace(client, Number(values.orders))
await client.query('VACUUM ANALYZE')
await client.end()

const { LISTS, listRecordsInput } = await import('#lib/records/model.ts')
const { listRecords } = await import('#lib/records/list-records.ts')
const { searchRecords } = await import('#lib/records/search-records.ts')
const { listOrders } = await import('#lib/orders/queries.ts')
const { listOrdersInput } = await import('#lib/orders/model.ts')
const { db } = await import('#lib/db.ts')

const actor = {
  userId: FILLED_OWNER,
  role: 'ADMIN',
  adminRole: 'owner',
  origin: { ip: '', userAgent: '' },
} as const

type Asked = { what: string; ask: () => Promise<unknown> }

function ofList(list: keyof typeof LISTS): Asked[] {
  const far = `2000~${{ orders: 'ord', payments: 'pay', refunds: 'rfd', recoveries: 'rec', payouts: 'pyt', disputes: 'dsp', users: 'usr', accounts: 'cac' }[list]}_${'400'.padStart(26, '0')}`
  const filters: Record<string, string>[] = [
    {},
    ...LISTS[list].map(status => ({ status })),
    ...['oldest', 'dearest', 'cheapest'].map(sort => ({ sort })),
    ...['newest', 'dearest', 'cheapest'].map(sort => ({ sort, cursor: far })),
    { currency: 'eur', min: '10', max: '20' },
    { from: '2025-03-01', to: '2025-03-02' },
    { q: 'contractor7' },
    { q: 'employer12@example.test' },
    { q: 'nobody at all' },
    { q: 'ch_77', status: 'succeeded', currency: 'gbp', sort: 'cheapest' },
  ]
  return filters.map(filter => ({
    what: `${list} ${new URLSearchParams(filter)}`,
    ask: () => listRecords(actor, list, listRecordsInput.parse(filter)),
  }))
}

const SEARCHES = [
  '#77777',
  '77777',
  'employer777@example.test',
  'birch',
  'Logo for a boat',
  'pi_77777',
  'ch_50000',
  'tr_1',
  're_5001',
  'po_901',
  'acct_7',
  'cus_9',
  'pm_9',
  '120.50',
  '1234',
  'zzzz',
]
const ORDERS = [
  {},
  { q: 'employer12@' },
  { q: 'boat' },
  { q: '77777' },
  { q: 'nothing like it' },
  { status: 'held', sort: 'dearest' },
  { currency: 'eur', min: '10', max: '20' },
]

const asked: Asked[] = [
  ...(Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap(ofList),
  ...SEARCHES.map(q => ({ what: `search ${q}`, ask: () => searchRecords(actor, q) })),
  ...ORDERS.map(filter => ({
    what: `the page of orders ${new URLSearchParams(filter as Record<string, string>)}`,
    ask: () => listOrders(actor, listOrdersInput.parse(filter)),
  })),
]

const slow: string[] = []
const medians: number[] = []
for (const { what, ask } of asked) {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const begun = performance.now()
    await ask()
    if (round > 0) times.push(performance.now() - begun)
  }
  const middle = median(times)
  medians.push(middle)
  if (middle > TARGET_MS) slow.push(what)
  console.log(
    `${what.padEnd(70)} ${middle.toFixed(1).padStart(7)} ms, at most ${Math.max(...times).toFixed(1)}`,
  )
}
console.log(
  `${asked.length} questions: the middle one ${median(medians).toFixed(1)} ms, the slowest hundredth ${percentile(medians, 0.99).toFixed(1)} ms, ` +
    `${slow.length} over ${TARGET_MS} ms${slow.length > 0 ? `: ${slow.join('; ')}` : ''}`,
)
await db().$disconnect()
await world.stop()
process.exitCode = slow.length > 0 ? 1 : 0
