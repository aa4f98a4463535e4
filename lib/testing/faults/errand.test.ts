import { beforeAll, expect, test } from 'vitest'
import { db, transaction } from '../../db.ts'
import { ok } from '../../result.ts'
import { run } from '../../sql.ts'
import { retrieveBalance } from '../../stripe/balance.ts'
import { startLocalStripe } from '../local-stripe.ts'
import { runErrand, watchLines } from './errand.ts'
import type { Trip } from './errand-scope.ts'
import type { FaultKind } from './plan.ts'

beforeAll(async () => {
  await startLocalStripe()
  watchLines()
  await run({ text: 'CREATE TABLE written (id text)', values: [] })
})

const write = (id: string) => run({ text: 'INSERT INTO written VALUES ($1)', values: [id] })
const written = async () =>
  (await run<{ id: string }>({ text: 'SELECT id FROM written ORDER BY id', values: [] })).map(({ id }) => id)

/** Writes in a transaction, past it, and asks Stripe; `fault` says what goes wrong where. */
async function errand(id: string, fault: (trip: Trip) => FaultKind | null) {
  const trips: string[] = []
  const watch = async (trip: Trip) => {
    trips.push(trip.line === 'stripe' ? 'stripe' : (trip.what.split(' ')[0] ?? ''))
    return fault(trip)
  }
  const told = await runErrand(watch, async () => {
    await transaction(tx => tx.$executeRaw`INSERT INTO written VALUES (${`${id} inside`})`)
    await write(`${id} after`)
    return ok(await retrieveBalance('acct_of_nobody'))
  })
  return { trips, outcome: told.outcome }
}

test('every round trip of an errand is watched, to the database and to Stripe, and nobody else’s', async () => {
  const { trips, outcome } = await errand('well', () => null)
  expect(trips).toEqual(['BEGIN', 'INSERT', 'COMMIT', 'INSERT', 'stripe'])
  expect(outcome).toBe('done')
  await write('another')
  expect(trips.length).toBe(5)
  expect(await written()).toEqual(['another', 'well after', 'well inside'])
})

test('a refused COMMIT undoes its transaction and not what comes after, and one that is cut off leaves nothing more', async () => {
  const at = (what: string, kind: FaultKind) => (trip: Trip) => (trip.what.startsWith(what) ? kind : null)
  expect((await errand('refused', at('COMMIT', 'serialization_failure'))).outcome).toBe('broke')
  for (let statement = 0; statement < 12; statement++) await write('later')
  await db().$disconnect()
  watchLines()
  expect((await written()).filter(id => id === 'later').length).toBe(12)
  expect((await errand('killed', at('COMMIT', 'kill_after'))).outcome).toBe('killed')
  expect((await errand('lost', at('COMMIT', 'lost_before'))).outcome).toBe('broke')
  const mine = (await written()).filter(id => /^(refused|killed|lost)/.test(id))
  expect(mine).toEqual(['killed inside'])
})
