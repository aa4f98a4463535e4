import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { claimRefund } from '../refunds/claim-refund.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { resumeRefund } from '../refunds/resume-refund.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newAdmin, newOrder, newParties, OUTAGES } from '../testing/marketplace.ts'
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts'
import type { Actor } from '../users/model.ts'
import { previewRecovery } from './preview-recovery.ts'
import { listRecoveries } from './queries.ts'
import { recoverFromContractor } from './recover-from-contractor.ts'
import { resumeRecovery } from './resume-recovery.ts'

let parties: Parties
let admin: Actor

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  // Money of this card is available at once: an account can only be debited of what is available.
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

async function available(): Promise<bigint> {
  const account = await db().connectedAccount.findFirstOrThrow({
    where: { userId: parties.contractor.userId },
  })
  const balance = await retrieveBalance(account.stripeAccountId ?? '')
  return (balance.ok && balance.value.find(line => line.currency === 'usd')?.available) || 0n
}

const form = (
  amount: string,
  orderId: string | null,
  instrument: 'auto' | 'transfer_reversal' | 'account_debit',
) => ({
  contractorId: parties.contractor.userId,
  requestKey: newRequestKey(),
  orderId,
  amount,
  currency: 'usd',
  instrument,
  reason: 'work_not_as_agreed' as const,
  note: '',
})

describe('a recovery', () => {
  test('by account debit lowers the balance by exactly its amount', async () => {
    await newOrder(parties, 'completed')
    const before = await available()
    expect((await recoverFromContractor(admin, form('12.34', null, 'auto'))).ok).toBe(true)
    expect((await available()) - before).toBe(-1234n)
    const [recovery] = await listRecoveries(parties.contractor, { contractorId: parties.contractor.userId })
    expect(recovery).toMatchObject({ amount: 1234n, instrument: 'account_debit', status: 'succeeded' })
  })

  test('for an order reverses its transfer while that has enough left, else debits the account', async () => {
    const orderId = await newOrder(parties, 'completed')
    const before = await available()
    expect((await recoverFromContractor(admin, form('70', orderId, 'auto'))).ok).toBe(true)
    expect(await previewRecovery(admin, { contractorId: parties.contractor.userId, orderId })).toMatchObject({
      ok: true,
      value: { reversible: 3000n, reversibleNow: 3000n },
    })
    expect((await recoverFromContractor(admin, form('40', orderId, 'auto'))).ok).toBe(true)
    const instruments = (await listRecoveries(admin, { orderId })).map(recovery => recovery.instrument)
    expect(instruments).toEqual(['account_debit', 'transfer_reversal'])
    expect((await available()) - before).toBe(-11_000n)
  })

  describe('leaves to a refund that Stripe has not answered what that will reverse', () => {
    /** A paid order, enough money beside it, and what an admin asks to refund of it. */
    async function arrange() {
      const orderId = await newOrder(parties, 'completed')
      await newOrder(parties, 'completed')
      const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
      const choice = { reverseTransfer: true, refundCommission: true, reason: 'duplicate', note: '' } as const
      return {
        orderId,
        paymentId,
        asked: { paymentId, requestKey: newRequestKey(), amount: '30.00', ...choice },
      }
    }
    async function expectBothDone(orderId: string, paymentId: string) {
      const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } })
      await resumeRefund(id)
      expect(await db().refund.findUniqueOrThrow({ where: { id } })).toMatchObject({
        status: 'succeeded',
        amountReversed: 3000n,
        commissionRefunded: 300n,
      })
      expect(await db().recovery.findFirstOrThrow({ where: { orderId } })).toMatchObject({
        amountCollected: 10_000n,
      })
    }

    test('whether it was asked for before', async () => {
      const { orderId, paymentId, asked } = await arrange()
      await duringOutage('fail_before', '/v1/refunds', () => requestRefund(admin, asked))
      expect((await recoverFromContractor(admin, form('100.00', orderId, 'auto'))).ok).toBe(true)
      await expectBothDone(orderId, paymentId)
    })

    test.each(['auto', 'transfer_reversal'] as const)(
      'or while the recovery was on its way: %s',
      async instrument => {
        const { orderId, paymentId, asked } = await arrange()
        const { recovering } = await transaction(async tx => {
          expectOk(await claimRefund(tx, admin, asked), 'claim a refund')
          const recovering = recoverFromContractor(admin, form('100.00', orderId, instrument))
          await untilSomebodyWaits()
          return { recovering }
        })
        const recovered = await recovering
        if (instrument === 'auto') return expectBothDone(orderId, paymentId)
        expect(recovered).toEqual({ ok: false, error: 'amount_too_large' })
        const { id } = await db().refund.findFirstOrThrow({ where: { paymentId } })
        await resumeRefund(id)
      },
    )
  })

  test('of more than there is, or in another currency, is refused before anything moves', async () => {
    const before = await available()
    const refuse = (input: ReturnType<typeof form>) => recoverFromContractor(admin, input)
    expect(await refuse(form('99999', null, 'account_debit'))).toEqual({ ok: false, error: 'balance_short' })
    expect(await refuse(form('5', null, 'transfer_reversal'))).toEqual({
      ok: false,
      error: 'nothing_to_reverse',
    })
    expect(await refuse({ ...form('5', null, 'auto'), currency: 'eur' })).toEqual({
      ok: false,
      error: 'currency_mismatch',
    })
    expect(await refuse(form('0', null, 'auto'))).toEqual({ ok: false, error: 'amount_invalid' })
    expect(await available()).toBe(before)
  })

  test('without the contractor’s consent on record is refused', async () => {
    const account = await db().connectedAccount.findFirstOrThrow({
      where: { userId: parties.contractor.userId },
    })
    const terms = { where: { connectedAccountId: account.id, document: 'holdfast_contractor' } }
    const kept = await db().termsAcceptance.findMany(terms)
    await db().termsAcceptance.deleteMany(terms)
    expect(await recoverFromContractor(admin, form('5', null, 'auto'))).toEqual({
      ok: false,
      error: 'no_consent',
    })
    await db().termsAcceptance.createMany({ data: kept })
  })

  test('submitted twice is one recovery', async () => {
    await newOrder(parties, 'completed')
    const before = await available()
    const same = form('10', null, 'account_debit')
    const results = await Promise.all(Array.from({ length: 5 }, () => recoverFromContractor(admin, same)))
    for (const result of results) expect(result.ok || result.error === 'processing').toBe(true)
    expect(await recoverFromContractor(admin, { ...same, amount: '11' })).toEqual({
      ok: false,
      error: 'request_key_reused',
    })
    expect((await available()) - before).toBe(-1000n)
  })

  test.each(OUTAGES)('during an outage (%s) is made once, by the job', async kind => {
    await newOrder(parties, 'completed')
    const before = await available()
    const input = form('20', null, 'account_debit')
    const answer = await duringOutage(kind, '/v1/charges', () => recoverFromContractor(admin, input))
    expect(answer).toEqual({ ok: false, error: 'processing' })
    const row = await db().recovery.findFirstOrThrow({ where: { requestKey: input.requestKey } })
    expect((await resumeRecovery(row.id)).ok).toBe(true)
    expect((await available()) - before).toBe(-2000n)
  })

  test('is an admin’s alone', async () => {
    for (const actor of [parties.employer, parties.contractor]) {
      expect(await recoverFromContractor(actor, form('5', null, 'auto'))).toEqual({
        ok: false,
        error: 'not_found',
      })
    }
    expect(await listRecoveries(parties.employer, { contractorId: parties.contractor.userId })).toEqual([])
  })
})
