import { beforeAll, expect, test } from 'vitest'
import { listAttention } from '../attention/queries.ts'
import { db } from '../db.ts'
import { checkInvariants } from '../ledger/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import { checkLedger } from './check-ledger.ts'
import { ruleWords } from './model.ts'
import { listChecks } from './queries.ts'

beforeAll(async () => {
  await startLocalStripe()
})

test('each rule is shown with its last look, and one that does not hold waits for an admin until it does', async () => {
  const [parties, admin] = [await newParties(), await newAdmin()]
  expect(await listChecks(admin)).toEqual([])
  const orderId = await newOrder(parties, 'completed')
  expect(await checkLedger()).toEqual({ ok: true, value: 0 })
  const names = (await checkInvariants(false)).map(({ name }) => name)
  const well = await listChecks(admin)
  expect(well.map(({ name }) => name).sort()).toEqual([...names].sort())
  expect(well.every(({ breaches }) => breaches === 0)).toBe(true)
  expect(names.filter(name => ruleWords(name) === null)).toEqual([])
  expect(await listChecks(parties.contractor)).toEqual([])

  const { id } = await db().payment.findFirstOrThrow({ where: { orderId } })
  await db().payment.update({ where: { id }, data: { processingFee: 1n } })
  expect(await Promise.all([checkLedger(), checkLedger()])).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 1 },
  ])
  expect((await listChecks(admin))[0]).toMatchObject({
    name: 'processing-fees-posted',
    breaches: 1,
    details: [`${id}: fee 1`],
  })
  const broken = async () => (await listAttention(admin)).find(({ kind }) => kind === 'broken_rule')
  expect(await broken()).toMatchObject({ count: 1, items: [{ href: '/admin/discrepancies#rules' }] })
  await db()
    .$executeRaw`UPDATE payments SET processing_fee = (SELECT sum(p.amount) FROM postings p JOIN ledger_transactions t
    ON t.id = p.transaction_id WHERE t.source_id = ${id} AND t.code = 'processing_fee') WHERE id = ${id}`
  expect(await checkLedger()).toEqual({ ok: true, value: 0 })
  expect(await broken()).toBeUndefined()
})
