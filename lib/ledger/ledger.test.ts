import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '../db.ts'
import { ledgerBalances } from './balances.ts'
import type { Entry, LedgerFact } from './model.ts'
import { postTransaction } from './post-transaction.ts'
import * as recipes from './recipes.ts'

const fact = (id: string, code: string, entries: Entry[], currency = 'usd'): LedgerFact => ({
  livemode: false,
  source: { type: 'payment', id },
  code,
  currency,
  entries,
})
const post = (...args: Parameters<typeof fact>) => transaction(tx => postTransaction(tx, fact(...args)))
const run = (sql: string) => db().$executeRawUnsafe(sql)

let next = 0
let id: string
beforeEach(() => {
  id = `pay_test_${++next}`
})

async function standing(currency: string): Promise<Record<string, bigint>> {
  const rows = await ledgerBalances(false)
  const mine = rows.filter(row => row.currency === currency)
  return Object.fromEntries(mine.map(row => [`${row.kind}${row.party && `:${row.party}`}`, row.balance]))
}

describe('a fact', () => {
  test('is written once however often it is told, also at the same moment', async () => {
    const entries = recipes.capture('cac_once', 10_000n)
    const told = await Promise.all(Array.from({ length: 8 }, () => post(id, 'capture', entries)))
    expect(told.filter(Boolean)).toHaveLength(1)
    expect(await post(id, 'capture', entries)).toBe(false)
    expect(await db().posting.count({ where: { transaction: { sourceId: id } } })).toBe(2)
  })

  test('told again with another amount, or to another account, is refused', async () => {
    await post(id, 'capture', recipes.capture('cac_a', 10_000n))
    await expect(post(id, 'capture', recipes.capture('cac_a', 9_999n))).rejects.toThrow('other amounts')
    await expect(post(id, 'capture', recipes.capture('cac_b', 10_000n))).rejects.toThrow('other amounts')
  })

  test('of nothing leaves nothing', async () => {
    expect(await post(id, 'commission', recipes.commission('cac_a', 0n))).toBe(false)
    expect(await db().ledgerTransaction.count({ where: { sourceId: id } })).toBe(0)
  })
})

describe('the database itself refuses', () => {
  test('changing or deleting anything of the ledger', async () => {
    await post(id, 'capture', recipes.capture('cac_a', 10_000n))
    for (const table of ['ledger_accounts', 'ledger_transactions', 'postings']) {
      await expect(run(`UPDATE ${table} SET currency = 'eur'`)).rejects.toThrow('append-only')
      await expect(run(`DELETE FROM ${table}`)).rejects.toThrow('append-only')
      await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only')
    }
  })

  test('a transaction without postings, and a posting that comes later', async () => {
    const empty = `INSERT INTO ledger_transactions (id, livemode, source_type, source_id, code, currency)
      VALUES ('ltx_empty', false, 'payment', 'x', 'x', 'usd')`
    await expect(run(empty)).rejects.toThrow('no postings')
    await post(id, 'capture', recipes.capture('cac_a', 10_000n))
    const later = `INSERT INTO postings SELECT 'pst_late_' || id, transaction_id, debit_account_id, credit_account_id, 1, currency
      FROM postings LIMIT 1`
    await expect(run(later)).rejects.toThrow('closed')
  })

  test('an amount of nothing, one account on both sides, two currencies, test money in a live account', async () => {
    const same = { kind: 'commission', party: '' } as const
    await expect(post(id, 'x', [{ debit: same, credit: same, amount: 1n }])).rejects.toThrow('two_accounts')
    await expect(post(id, 'x', recipes.refund(-1n))).rejects.toThrow('amount_positive')
    await post(id, 'capture', recipes.capture('cac_a', 100n))
    const insert = (debit: string, currency: string) =>
      transaction(async tx => {
        await tx.$executeRaw`INSERT INTO ledger_transactions (id, livemode, source_type, source_id, code, currency)
          VALUES (${`ltx_${id}`}, false, 'payment', ${id}, 'y', ${currency})`
        await tx.$executeRaw`INSERT INTO postings (id, transaction_id, debit_account_id, credit_account_id, amount, currency)
          VALUES (${`pst_${id}`}, ${`ltx_${id}`}, ${debit}, 'test/platform_balance//usd', 1, ${currency})`
      })
    await expect(insert('test/contractor_balance/cac_a/usd', 'eur')).rejects.toThrow(/foreign key/i)
    await run(`INSERT INTO ledger_accounts (id, livemode, kind, party, currency)
      VALUES ('live/contractor_balance/cac_a/usd', true, 'contractor_balance', 'cac_a', 'usd')`)
    await expect(insert('live/contractor_balance/cac_a/usd', 'usd')).rejects.toThrow('one_mode')
  })
})

/** What each recipe is said to do to the money at Stripe: the platform's balance and the contractor's. */
const STORY: Record<string, { entries: (n: bigint) => Entry[]; platform: bigint; contractor: bigint }> = {
  capture: { entries: n => recipes.capture('c', n), platform: 0n, contractor: 1n },
  commission: { entries: n => recipes.commission('c', n), platform: 1n, contractor: -1n },
  commissionReturned: { entries: n => recipes.commissionReturned('c', n), platform: -1n, contractor: 1n },
  processingFee: { entries: recipes.processingFee, platform: -1n, contractor: 0n },
  refund: { entries: recipes.refund, platform: -1n, contractor: 0n },
  refundFailed: { entries: recipes.refundFailed, platform: 1n, contractor: 0n },
  refundReversal: { entries: n => recipes.refundReversal('c', n), platform: 1n, contractor: -1n },
  retransfer: { entries: n => recipes.retransfer('c', n, 3n * n), platform: -1n, contractor: 1n },
  recovery: { entries: n => recipes.recovery('c', n), platform: 1n, contractor: -1n },
  recoveryReturned: { entries: n => recipes.recoveryReturned('c', n), platform: -1n, contractor: 1n },
  recoveryOwed: { entries: n => recipes.recoveryOwed('c', n), platform: 0n, contractor: 0n },
  receivableForgiven: { entries: n => recipes.receivableForgiven('c', n), platform: 0n, contractor: 0n },
  receivableSettled: { entries: n => recipes.receivableSettled('c', n), platform: 1n, contractor: -1n },
  disputeWithdrawn: { entries: recipes.disputeWithdrawn, platform: -1n, contractor: 0n },
  disputeReinstated: { entries: recipes.disputeReinstated, platform: 1n, contractor: 0n },
  disputeFeeReturned: { entries: recipes.disputeFeeReturned, platform: 1n, contractor: 0n },
  disputeFee: { entries: recipes.disputeFee, platform: -1n, contractor: 0n },
  payout: { entries: n => recipes.payout('c', n), platform: 0n, contractor: -1n },
  payoutReturned: { entries: n => recipes.payoutReturned('c', n), platform: 0n, contractor: 1n },
  ownPayout: { entries: recipes.ownPayout, platform: -1n, contractor: 0n },
  ownPayoutReturned: { entries: recipes.ownPayoutReturned, platform: 1n, contractor: 0n },
  correction: { entries: recipes.correction, platform: 1n, contractor: 0n },
  contractorCorrection: {
    entries: n => recipes.contractorCorrection('c', n),
    platform: 0n,
    contractor: 1n,
  },
  hold: { entries: recipes.hold, platform: 0n, contractor: 0n },
  holdEnded: { entries: recipes.holdEnded, platform: 0n, contractor: 0n },
}

const steps = fc.array(
  fc.record({
    name: fc.constantFrom(...Object.keys(STORY)),
    amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  }),
  { minLength: 1, maxLength: 40 },
)

function apply(history: { name: string; amount: bigint }[]): Map<string, bigint> {
  const accounts = new Map<string, bigint>()
  const add = (kind: string, amount: bigint) => accounts.set(kind, (accounts.get(kind) ?? 0n) + amount)
  for (const { name, amount } of history) {
    for (const { debit, credit, amount: sum } of STORY[name]?.entries(amount) ?? []) {
      add(debit.kind, sum)
      add(credit.kind, -sum)
    }
  }
  return accounts
}

describe('any order of facts', () => {
  test('sums to zero, owes each contractor what Stripe keeps for them, and moves what it says', () => {
    fc.assert(
      fc.property(steps, history => {
        const accounts = apply(history)
        const at = (kind: string) => accounts.get(kind) ?? 0n
        const moved = (side: 'platform' | 'contractor') =>
          history.reduce((sum, { name, amount }) => sum + (STORY[name]?.[side] ?? 0n) * amount, 0n)
        expect([...accounts.values()].reduce((sum, one) => sum + one, 0n)).toBe(0n)
        expect(at('platform_balance')).toBe(moved('platform'))
        expect(at('contractor_balance')).toBe(moved('contractor'))
        expect(at('contractor_payable')).toBe(-at('contractor_balance'))
        expect(at('holds')).toBe(-at('holds_placed'))
      }),
      { numRuns: 2000 },
    )
  })

  test('stands in PostgreSQL as it does on paper', async () => {
    const histories = fc.sample(steps, { numRuns: 25, seed: 7 })
    for (const [index, history] of histories.entries()) {
      const currency = `x${index}`
      for (const [at, { name, amount }] of history.entries()) {
        await post(`${id}_${at}_${index}`, name, STORY[name]?.entries(amount) ?? [], currency)
      }
      const found = await standing(currency)
      for (const [kind, balance] of apply(history)) {
        expect(found[kind] ?? found[`${kind}:c`], `${kind} in history ${index}`).toBe(balance)
      }
    }
  })
})

test('a payout of less than nothing is money from the bank', () => {
  expect(recipes.payout('c', -5n)).toEqual(recipes.payoutReturned('c', 5n))
  expect(recipes.ownPayoutReturned(-5n)).toEqual(recipes.ownPayout(5n))
})

test('every recipe is told in the story above', () => {
  expect(Object.keys(STORY).sort()).toEqual(Object.keys(recipes).sort())
})
