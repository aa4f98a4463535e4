import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { LOCALES } from '../i18n/model.ts'
import { newRequestKey } from '../ids.ts'
import { formatMoney } from '../money.ts'
import { requestPayout } from '../payouts/request-payout.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newContractor, newOrder, newParties } from '../testing/marketplace.ts'
import { drawnIn } from '../testing/pdf-text.ts'
import { csvOf, expectAddsUp, sum } from '../testing/statements.ts'
import type { Actor } from '../users/model.ts'
import { STATEMENT_COLUMNS } from './export-statement.ts'
import { lineWords, monthAfter, monthOf, summaryOf } from './model.ts'
import { getEarnings, getStatements, listStatementMonths } from './queries.ts'
import { statementPdf } from './statement-pdf.ts'

const ALL = Number.POSITIVE_INFINITY
let parties: Parties
let admin: Actor
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

/** Orders, a refund that both bear, a recovery, a debt that is collected, and a payout. */
async function liveThrough(): Promise<string> {
  const { contractor } = parties
  await newOrder(parties, 'completed')
  const orderId = await newOrder(parties, 'completed')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const refund = { paymentId, amount: '20', reason: 'not_as_agreed', note: '', requestKey: newRequestKey() }
  const borne = { reverseTransfer: true, refundCommission: true }
  expectOk(await requestRefund(admin, { ...refund, ...borne } as never), 'refund')
  const recovery = { contractorId: contractor.userId, orderId, currency: 'usd', note: '' }
  const reason = 'work_not_as_agreed' as const
  const terms = (amount: string, instrument: 'auto' | 'receivable') => {
    return { ...recovery, reason, amount, instrument, requestKey: newRequestKey() }
  }
  expectOk(await recoverFromContractor(admin, terms('5', 'auto')), 'recover')
  expectOk(await recoverFromContractor(admin, terms('7', 'receivable')), 'have them owe')
  const payout = { amount: '30', currency: 'usd', requestKey: newRequestKey() }
  expectOk(await requestPayout(contractor, payout), 'pay out')
  return orderId
}

describe('a month in which everything happened', () => {
  let orderId: string
  let month: string
  beforeAll(async () => {
    orderId = await liveThrough()
    await expectInvariants()
    month = (await listStatementMonths(parties.contractor))[0] ?? ''
  })

  test('adds up in every sum, to what the ledger and Stripe have', async () => {
    const { contractor } = parties
    expect(month).toBe(monthOf(new Date()))
    const [statement, ...others] = await getStatements(contractor, month, ALL)
    if (!statement) throw new Error('There is no statement.')
    expect(others).toEqual([])
    expectAddsUp(statement)
    const owed = await db().recovery.aggregate({
      where: { contractorId: contractor.userId },
      _sum: { amountCollected: true },
    })
    expect(statement).toMatchObject({
      currency: 'usd',
      opening: 0n,
      parts: {
        earned: 20_000n,
        commission: -1800n,
        refunds: -2000n,
        recoveries: -(owed._sum.amountCollected ?? 0n),
        disputes: 0n,
        payouts: -3000n,
      },
    })
    const account = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
    const [line] = expectOk(await retrieveBalance(account.stripeAccountId ?? ''), 'read the balance')
    expect((line?.available ?? 0n) + (line?.pending ?? 0n)).toBe(statement.closing)
    expect(statement.lines.find(({ part }) => part === 'refunds')?.order?.id).toBe(orderId)
    const recovered = statement.lines.find(({ part }) => part === 'recoveries')
    expect(recovered && lineWords(wordsIn('en'), recovered)).toBe('Recovered: Work was not as agreed')
    const [short] = await getStatements(contractor, month, 2)
    expect(short).toEqual({ ...statement, lines: statement.lines.slice(0, 2) })
    const [next] = await getStatements(contractor, monthAfter(month, 1), ALL)
    expect(next).toMatchObject({ opening: statement.closing, closing: statement.closing, lines: [] })
  })

  test('is the contractor’s alone', async () => {
    for (const other of [parties.employer, admin, await newContractor()]) {
      expect(await getStatements(other, month, ALL)).toEqual([])
      expect(await listStatementMonths(other)).toEqual([])
      expect(await getEarnings(other)).toEqual([])
      expect(await csvOf(other, month)).toHaveLength(1)
    }
    const forged = { ...admin, userId: parties.contractor.userId }
    expect(await getStatements(forged, month, ALL)).toEqual([])
  })

  test('says the same in its files, where no cell is a formula', async () => {
    await db().order.update({ where: { id: orderId }, data: { title: '=HYPERLINK("http://x")' } })
    const [statement] = await getStatements(parties.contractor, month, ALL)
    if (!statement) throw new Error('There is no statement.')
    const [head, first, ...rows] = await csvOf(parties.contractor, month)
    const last = rows.pop()
    expect(head).toBe(STATEMENT_COLUMNS.join())
    expect(first).toMatch(/,USD,opening,.*,0\.00,$/)
    expect(last).toContain(`,USD,closing,,,,,,${Number(statement.closing) / 100}`)
    expect(rows).toHaveLength(statement.lines.length)
    const cents = (row: string) => BigInt(Math.round(Number(/,(-?[\d.]+),-?[\d.]+,ltx/.exec(row)?.[1]) * 100))
    expect(rows.map(cents)).toEqual(statement.lines.map(({ amount }) => amount))
    expect(rows.filter(row => row.includes(`"'=HYPERLINK(""http://x"")"`)).length).toBeGreaterThan(2)
    const { currency } = statement
    for (const locale of LOCALES) {
      const t = wordsIn(locale)
      const paper = { month, name: 'Carl', statements: [statement], until: null }
      const drawn = drawnIn(await statementPdf(t, paper))
      for (const { label, amount } of summaryOf(statement))
        expect(drawn).toEqual(expect.arrayContaining([t(label), formatMoney({ amount, currency }, locale)]))
      for (const { amount, balance } of statement.lines)
        expect(drawn).toEqual(
          expect.arrayContaining(
            [amount, balance].map(one => formatMoney({ amount: one, currency }, locale)),
          ),
        )
    }
  })

  test('says it in the reader’s language, in the CSV too', async () => {
    const [head, first, ...rows] = await csvOf(parties.contractor, month, 'pl')
    expect(head).toMatch(/^czas,waluta,rodzaj,opis,/)
    expect(first).toContain(',USD,saldo początkowe,')
    expect(rows.join()).toContain(',ściągnięcie,Ściągnięto: Praca niezgodna z umową,')
    const german = (await csvOf(parties.contractor, month, 'de')).join('\n')
    expect(german).toMatch(/,Auszahlung,"?Ausgezahlt, Bankkonto mit den Endziffern \d{4}/)
    expect(german).not.toMatch(/Recovered|Paid|opening|papers\./)
  })

  test('has a chart of what was earned, without payouts', async () => {
    const [earnings] = await getEarnings(parties.contractor)
    const [statement] = await getStatements(parties.contractor, month, 0)
    expect(earnings?.months).toHaveLength(12)
    expect(earnings?.months.at(-1)).toEqual({
      month,
      net: (statement?.closing ?? 0n) - (statement?.parts.payouts ?? 0n),
    })
    expect(sum((earnings?.months ?? []).slice(0, -1).map(({ net }) => net))).toBe(0n)
  })
})
