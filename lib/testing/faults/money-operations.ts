import { db } from '../../db.ts'
import { newRequestKey } from '../../ids.ts'
import type { RecoverFromContractorInput } from '../../recoveries/model.ts'
import { recoverFromContractor } from '../../recoveries/recover-from-contractor.ts'
import type { RequestRefundInput } from '../../refunds/model.ts'
import { requestRefund } from '../../refunds/request-refund.ts'
import type { Actor } from '../../users/model.ts'
import { newOrder } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

type OfRefund = { actor: Actor; input: RequestRefundInput; paymentIntentId: string }

async function refundOf(cast: Cast, amount: string): Promise<OfRefund> {
  const orderId = await newOrder(cast, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { reverseTransfer: true, refundCommission: true, reason: 'not_as_agreed' as const, note: '' }
  return {
    actor: cast.admin,
    input: { paymentId: payment.id, requestKey: newRequestKey(), amount, ...choice },
    paymentIntentId: payment.stripePaymentIntentId ?? '',
  }
}

type StripeRefund = { amount: number; status: string; transfer_reversal: string | null }

/** Our refunds of a payment against Stripe's, each as amount and status. */
async function refunds({ input, paymentIntentId }: OfRefund): Promise<string> {
  const ours = await db().refund.findMany({ where: { paymentId: input.paymentId } })
  const { data } = await atStripe<Listed<StripeRefund>>(`refunds?payment_intent=${paymentIntentId}`)
  const told = ours.map(refund => `${refund.amount} ${refund.status}`).join()
  const made = data.map(refund => `${refund.amount} ${refund.status}`).join()
  return told === made ? told || 'none' : `here ${told || 'none'}, there ${made || 'none'}`
}

const refund: Operation<OfRefund> = {
  name: 'refund all',
  arrange: cast => refundOf(cast, '100'),
  run: ({ actor, input }) => requestRefund(actor, input),
  state: refunds,
  before: 'none',
  after: '10000 succeeded',
}

const refundPart: Operation<OfRefund> = {
  ...refund,
  name: 'refund a part',
  arrange: cast => refundOf(cast, '33.33'),
  after: '3333 succeeded',
}

type OfRecovery = { actor: Actor; input: RecoverFromContractorInput; transferId: string }

async function recoveryOf(
  cast: Cast,
  instrument: 'transfer_reversal' | 'account_debit',
): Promise<OfRecovery> {
  const orderId = await newOrder(cast, 'completed')
  const { stripeTransferId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const input: RecoverFromContractorInput = {
    contractorId: cast.contractor.userId,
    orderId,
    requestKey: newRequestKey(),
    amount: '25',
    currency: 'usd',
    instrument,
    reason: 'refund_to_employer',
    note: '',
  }
  return { actor: cast.admin, input, transferId: stripeTransferId ?? '' }
}

/** The statuses of this form's recoveries here. */
async function recorded({ input }: OfRecovery): Promise<string> {
  const rows = await db().recovery.findMany({ where: { requestKey: input.requestKey } })
  return rows.map(row => `${row.amount} ${row.status}`).join() || 'none'
}

const reversal: Operation<OfRecovery> = {
  name: 'recover by reversing the transfer',
  arrange: cast => recoveryOf(cast, 'transfer_reversal'),
  run: ({ actor, input }) => recoverFromContractor(actor, input),
  state: async of => {
    const { data } = await atStripe<Listed<{ amount: number }>>(`transfers/${of.transferId}/reversals`)
    return `${await recorded(of)}; reversed ${data.map(({ amount }) => amount).join() || 'none'}`
  },
  before: 'none; reversed none',
  after: '2500 succeeded; reversed 2500',
}

const debit: Operation<OfRecovery> = {
  ...reversal,
  name: 'recover by debiting the account',
  arrange: cast => recoveryOf(cast, 'account_debit'),
  state: async of => {
    const rows = await db().recovery.findMany({ where: { requestKey: of.input.requestKey } })
    const { data } = await atStripe<Listed<{ metadata: Record<string, string> }>>('charges?limit=100')
    const made = data.filter(({ metadata }) => rows.some(({ id }) => metadata.recovery_id === id))
    return `${await recorded(of)}; debited ${made.length}`
  },
  before: 'none; debited 0',
  after: '2500 succeeded; debited 1',
}

export const MONEY_OPERATIONS = [refund, refundPart, reversal, debit]
