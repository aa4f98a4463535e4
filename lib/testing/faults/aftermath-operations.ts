import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { syncDispute } from '../../disputes/sync-dispute.ts'
import { syncFraudWarning } from '../../fraud-warnings/sync-fraud-warning.ts'
import { newRequestKey } from '../../ids.ts'
import type { RecoverFromContractorInput } from '../../recoveries/model.ts'
import { recoverFromContractor } from '../../recoveries/recover-from-contractor.ts'
import { resumeRecovery } from '../../recoveries/resume-recovery.ts'
import { requestRefund } from '../../refunds/request-refund.ts'
import { syncRefund } from '../../refunds/sync-refund.ts'
import type { TestCard } from '../../stripe/test-mode.ts'
import type { Actor } from '../../users/model.ts'
import { answerDispute, type Disputed, disputeStanding, newDispute } from '../disputes.ts'
import { advanceClock, newEmployer, newOrder } from '../marketplace.ts'
import { fundPlatform } from '../other-business.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

// What Stripe tells long after the money was taken, and what follows from it by itself.

type Payer = { employer: Actor; savedCardId: string }

/** One employer for each card beside each cast, since there are hundreds of orders. */
const payers = new Map<string, Promise<Payer>>()

async function newPayer(card: TestCard): Promise<Payer> {
  const employer = await newEmployer()
  return { employer, savedCardId: await arrangeCard(employer, card) }
}

/** The cast with an employer whose card behaves so. */
export async function payerWith(card: TestCard, cast: Cast): Promise<Cast> {
  const key = `${cast.contractor.userId} ${card}`
  const payer = payers.get(key) ?? newPayer(card)
  payers.set(key, payer)
  return { ...cast, ...(await payer) }
}

type OfRefund = { orderId: string; paymentId: string; stripeRefundId: string }

const failedRefund: Operation<OfRefund> = {
  name: 'handle a refund that failed',
  arrange: async cast => {
    const orderId = await newOrder(await payerWith('pm_card_refundFail', cast), 'completed')
    const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
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

type OfDispute = Disputed & { transferId: string }

async function disputeOf(cast: Cast): Promise<OfDispute> {
  const dispute = await newDispute(await payerWith('pm_card_createDispute', cast))
  const { stripeTransferId } = await db().payment.findUniqueOrThrow({ where: { id: dispute.paymentId } })
  return { ...dispute, transferId: stripeTransferId ?? '' }
}

const disputeTaken: Operation<OfDispute> = {
  name: 'handle a dispute that took the money',
  arrange: disputeOf,
  run: ({ disputeId }) => syncDispute(disputeId),
  state: async ({ disputeId, transferId }) => {
    const { data } = await atStripe<Listed<{ amount: number }>>(`transfers/${transferId}/reversals`)
    const reversed = data.map(({ amount }) => amount).join() || 'none'
    return `${await disputeStanding(disputeId)}; reversed ${reversed}`
  },
  before: 'unheard of; reversed none',
  after: 'needs_response: 10000 out, 0 in; succeeded 9000 of 9000; reversed 9000',
  isJob: true,
}

const disputeWon: Operation<OfDispute> = {
  ...disputeTaken,
  name: 'handle a dispute that was won',
  arrange: async cast => {
    const dispute = await disputeOf(cast)
    expectOk(await syncDispute(dispute.disputeId), 'hear of a dispute')
    const { id } = await db().recovery.findFirstOrThrow({ where: { orderId: dispute.orderId } })
    expectOk(await resumeRecovery(id), 'take the contractor’s part')
    // What the bank gives back is pending at first, and the contractor's part is sent from what is available.
    await fundPlatform()
    await answerDispute(dispute.disputeId, 'winning_evidence')
    return dispute
  },
  state: async ({ disputeId, orderId }) => {
    const { data } = await atStripe<Listed<{ amount: number }>>(`transfers?transfer_group=${orderId}`)
    const sent = data.map(({ amount }) => amount).join(' and ')
    return `${await disputeStanding(disputeId)}; transferred ${sent}`
  },
  before: 'needs_response: 10000 out, 0 in; succeeded 9000 of 9000; transferred 10000',
  after: 'won: 10000 out, 10000 in; returned 9000 of 9000, succeeded 9000; transferred 9000 and 10000',
}

const fraudWarning: Operation<{ warningId: string }> = {
  name: 'handle a bank’s warning of fraud',
  arrange: async cast => {
    const orderId = await newOrder(await payerWith('pm_card_createIssuerFraudRecord', cast), 'completed')
    const { stripeChargeId } = await db().payment.findFirstOrThrow({ where: { orderId } })
    const path = `radar/early_fraud_warnings?charge=${stripeChargeId}`
    const { data } = await atStripe<Listed<{ id: string }>>(path)
    return { warningId: data[0]?.id ?? '' }
  },
  run: ({ warningId }) => syncFraudWarning(warningId),
  state: async ({ warningId }) => {
    const rows = await db().fraudWarning.findMany({ where: { stripeWarningId: warningId } })
    const subject = { subjectId: { in: rows.map(({ id }) => id) } }
    const audited = await db().auditEvent.count({ where: { subjectType: 'fraud_warning', ...subject } })
    return (
      rows.map(({ isActionable }) => `${isActionable ? 'open' : 'over'}, audited ${audited}`).join() ||
      'unheard of'
    )
  },
  before: 'unheard of',
  after: 'open, audited 1',
  isJob: true,
}

export const AFTERMATH_OPERATIONS = [failedRefund, debt, disputeTaken, disputeWon, fraudWarning]
