import { asFacts, ask } from '../../approvals/ask.ts'
import { decideApproval } from '../../approvals/decide-approval.ts'
import type { DecideApprovalInput } from '../../approvals/model.ts'
import { refundOrAsk } from '../../approvals/refund-or-ask.ts'
import { db } from '../../db.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { agreeTerms } from '../../recoveries/agree-terms.ts'
import type { Actor } from '../../users/model.ts'
import { newAdmin, newOrder } from '../marketplace.ts'
import { fundPlatform } from '../other-business.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

type Approving = { actor: Actor; input: DecideApprovalInput; atStripe: string }

const approval = (approvalId: string): DecideApprovalInput => ({
  approvalId,
  decision: 'approve',
  answer: '',
})

/** Support asks for all of an order, which is more than it may refund alone. */
async function refundOf(cast: Cast): Promise<Approving> {
  const orderId = await newOrder(cast, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  const choice = { reverseTransfer: true, refundCommission: true, reason: 'not_as_agreed', note: '' } as const
  const form = { paymentId: payment.id, amount: '100', requestKey: newRequestKey(), ...choice }
  // Stripe's fees are the platform's, and what it has not cannot be refunded.
  await fundPlatform()
  const made = expectOk(await refundOrAsk(await newAdmin('support'), form), 'ask')
  return {
    actor: cast.admin,
    input: approval('approvalId' in made ? made.approvalId : ''),
    atStripe: `refunds?payment_intent=${payment.stripePaymentIntentId}`,
  }
}

/** As the page writes it down where the limit is lower than here. */
async function recoveryOf(cast: Cast): Promise<Approving> {
  const orderId = await newOrder(cast, 'completed')
  const { stripeTransferId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const asker = await newAdmin('finance')
  const of = { contractorId: cast.contractor.userId, orderId, amount: '25', currency: 'usd', note: '' }
  const form = { ...of, instrument: 'transfer_reversal', reason: 'fee_correction' } as const
  const requestKey = newRequestKey()
  const agreed = expectOk(await agreeTerms(asker, { ...form, requestKey }), 'agree')
  const { amount, currency, instrument, reversible } = agreed
  const about = { kind: 'recovery', requestKey, orderId, contractorId: of.contractorId } as const
  const facts = asFacts({ amount, instrument, reversible })
  const made = expectOk(await ask(asker, { ...about, amount, currency, input: form, facts }), 'ask')
  return {
    actor: cast.admin,
    input: approval(made.approvalId),
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
