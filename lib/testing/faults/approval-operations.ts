import { decideApproval } from '../../approvals/decide-approval.ts'
import type { DecideApprovalInput } from '../../approvals/model.ts'
import { recoverOrAsk } from '../../approvals/recover-or-ask.ts'
import { refundOrAsk } from '../../approvals/refund-or-ask.ts'
import { db } from '../../db.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { env } from '../../env.ts'
import { newRequestKey } from '../../ids.ts'
import type { Actor } from '../../users/model.ts'
import { newAdmin, newOrder } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

type Approving = { actor: Actor; input: DecideApprovalInput; atStripe: string }

const approval = (approvalId: string): DecideApprovalInput => ({
  approvalId,
  decision: 'approve',
  answer: '',
})

async function asked(done: Awaited<ReturnType<typeof refundOrAsk | typeof recoverOrAsk>>): Promise<string> {
  const made = expectOk(done, 'ask')
  if (!('approvalId' in made)) throw new Error('it was done without a second admin')
  return made.approvalId
}

/** Support asks for all of an order, which is more than it may refund alone. */
async function refundOf(cast: Cast): Promise<Approving> {
  const orderId = await newOrder(cast, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { reverseTransfer: true, refundCommission: true, reason: 'not_as_agreed', note: '' } as const
  const form = { paymentId: payment.id, amount: '100', requestKey: newRequestKey(), ...choice }
  const approvalId = await asked(await refundOrAsk(await newAdmin('support'), form))
  return {
    actor: cast.admin,
    input: approval(approvalId),
    atStripe: `refunds?payment_intent=${payment.stripePaymentIntentId}`,
  }
}

/** While the limit is low, finance asks for a part of a transfer; the limit is as it was when it is approved. */
async function recoveryOf(cast: Cast): Promise<Approving> {
  const orderId = await newOrder(cast, 'completed')
  const { stripeTransferId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const of = { contractorId: cast.contractor.userId, orderId, amount: '25', currency: 'usd', note: '' }
  const how = { instrument: 'transfer_reversal', reason: 'fee_correction' } as const
  const limits = env()
  const { ONE_ADMIN_MAX } = limits
  limits.ONE_ADMIN_MAX = new Map()
  const done = await recoverOrAsk(await newAdmin('finance'), { ...of, ...how, requestKey: newRequestKey() })
  limits.ONE_ADMIN_MAX = ONE_ADMIN_MAX
  const approvalId = await asked(done)
  return {
    actor: cast.admin,
    input: approval(approvalId),
    atStripe: `transfers/${stripeTransferId}/reversals`,
  }
}

async function standing({ input, atStripe: path }: Approving): Promise<string> {
  const { status, refund, recovery } = await db().approval.findUniqueOrThrow({
    where: { id: input.approvalId },
    include: { refund: true, recovery: true },
  })
  const row = refund ?? recovery
  const { data } = await atStripe<Listed<{ amount: number }>>(path)
  const there = data.map(({ amount }) => amount).join() || 'nothing'
  return `${status}, ${row ? `${row.amount} ${row.status}` : 'no row'}; there ${there}`
}

const approveRefund: Operation<Approving> = {
  name: 'approve a refund that another asked for',
  arrange: refundOf,
  run: ({ actor, input }) => decideApproval(actor, input),
  state: standing,
  before: 'open, no row; there nothing',
  after: 'approved, 10000 succeeded; there 10000',
}

const approveRecovery: Operation<Approving> = {
  ...approveRefund,
  name: 'approve a recovery that another asked for',
  arrange: recoveryOf,
  after: 'approved, 2500 succeeded; there 2500',
}

export const APPROVAL_OPERATIONS = [approveRefund, approveRecovery]
