import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import type { RecoverFromContractorInput } from '../../recoveries/model.ts'
import { recoverFromContractor } from '../../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../../refunds/request-refund.ts'
import { syncRefund } from '../../refunds/sync-refund.ts'
import type { TestCard } from '../../stripe/test-mode.ts'
import type { Actor } from '../../users/model.ts'
import { advanceClock, newEmployer, newOrder } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

// What Stripe tells long after the money was taken, and what follows from it by itself.

/** A completed order that was paid with a card of its own employer's. */
async function paidWith(card: TestCard, cast: Cast): Promise<{ orderId: string; paymentId: string }> {
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, card)
  const orderId = await newOrder({ ...cast, employer, savedCardId }, 'completed')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  return { orderId, paymentId }
}

type OfRefund = { orderId: string; paymentId: string; stripeRefundId: string }

const failedRefund: Operation<OfRefund> = {
  name: 'handle a refund that failed',
  arrange: async cast => {
    const { orderId, paymentId } = await paidWith('pm_card_refundFail', cast)
    const choice = { reverseTransfer: true, refundCommission: true, reason: 'duplicate' as const, note: '' }
    const form = { paymentId, requestKey: newRequestKey(), amount: '100', ...choice }
    expectOk(await requestRefund(cast.admin, form), 'refund')
    await advanceClock(61)
    const { stripeRefundId } = await db().refund.findFirstOrThrow({ where: { paymentId } })
    return { orderId, paymentId, stripeRefundId: stripeRefundId ?? '' }
  },
  run: ({ stripeRefundId }) => syncRefund(stripeRefundId),
  state: async ({ orderId, paymentId }) => {
    const [row] = await db().refund.findMany({ where: { paymentId }, include: { retransfer: true } })
    const { data } = await atStripe<Listed<{ amount: number }>>(`transfers?transfer_group=${orderId}`)
    const sent = data.map(({ amount }) => amount).join(' and ')
    return `${row?.status}, given back ${row?.retransfer?.status ?? 'not'}; transferred ${sent}`
  },
  before: 'succeeded, given back not; transferred 10000',
  after: 'failed, given back succeeded; transferred 9000 and 10000',
  isJob: true,
}

type OfDebt = { actor: Actor; input: RecoverFromContractorInput; transferId: string }

const debt: Operation<OfDebt> = {
  name: 'have a contractor owe, and collect it',
  arrange: async cast => {
    const orderId = await newOrder(cast, 'completed')
    const { stripeTransferId } = await db().payment.findFirstOrThrow({ where: { orderId } })
    const terms = { amount: '25', currency: 'usd', instrument: 'receivable' as const }
    const why = { reason: 'fee_correction' as const, note: '' }
    const form = { contractorId: cast.contractor.userId, orderId, requestKey: newRequestKey() }
    return { actor: cast.admin, input: { ...form, ...terms, ...why }, transferId: stripeTransferId ?? '' }
  },
  run: ({ actor, input }) => recoverFromContractor(actor, input),
  state: async ({ input, transferId }) => {
    const rows = await db().recovery.findMany({ where: { requestKey: input.requestKey } })
    const owed = rows.map(row => `${row.status} ${row.amountCollected} of ${row.amount}`).join() || 'none'
    const { data } = await atStripe<Listed<{ amount: number }>>(`transfers/${transferId}/reversals`)
    return `${owed}; reversed ${data.map(({ amount }) => amount).join() || 'none'}`
  },
  before: 'none; reversed none',
  after: 'succeeded 2500 of 2500; reversed 2500',
}

export const AFTERMATH_OPERATIONS = [failedRefund, debt]
