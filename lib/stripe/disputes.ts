import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** A Dispute in our shape; amounts in minor units. */
export type DisputeSnapshot = {
  stripeDisputeId: string
  chargeId: string
  paymentIntentId: string | null
  amount: bigint
  currency: string
  /** Stripe's own words, of which there may be new ones. */
  reason: string
  status: string
  evidenceDueAt: Date | null
  isChargeRefundable: boolean
  openedAt: Date
  /** How often evidence was sent to the bank. */
  submissionCount: number
  /** What the bank took from the platform, and what it gave back; the fees that came with them are positive when Stripe took them. */
  amountWithdrawn: bigint
  feeWithdrawn: bigint
  amountReinstated: bigint
  feeReturned: bigint
}

const idOf = (value: string | { id: string }) => (typeof value === 'string' ? value : value.id)
const sum = (amounts: number[]) => BigInt(amounts.reduce((total, amount) => total + amount, 0))

/** A dispute has a balance transaction for the withdrawal and one for the reinstatement, or fewer. */
function reshape(dispute: Stripe.Dispute): DisputeSnapshot {
  const taken = dispute.balance_transactions.filter(({ amount }) => amount < 0)
  const given = dispute.balance_transactions.filter(({ amount }) => amount > 0)
  const dueBy = dispute.evidence_details.due_by
  return {
    stripeDisputeId: dispute.id,
    chargeId: idOf(dispute.charge),
    paymentIntentId: dispute.payment_intent && idOf(dispute.payment_intent),
    amount: BigInt(dispute.amount),
    currency: dispute.currency,
    reason: dispute.reason,
    status: dispute.status,
    evidenceDueAt: dueBy ? new Date(dueBy * 1000) : null,
    isChargeRefundable: dispute.is_charge_refundable,
    openedAt: new Date(dispute.created * 1000),
    submissionCount: dispute.evidence_details.submission_count,
    amountWithdrawn: -sum(taken.map(({ amount }) => amount)),
    feeWithdrawn: sum(taken.map(({ fee }) => fee)),
    amountReinstated: sum(given.map(({ amount }) => amount)),
    feeReturned: -sum(given.map(({ fee }) => fee)),
  }
}

/** https://docs.stripe.com/api/disputes/retrieve */
export function retrieveDispute(stripeDisputeId: string): Promise<Result<DisputeSnapshot, StripeFailure>> {
  return callStripe(async () => reshape(await stripe().disputes.retrieve(stripeDisputeId)))
}

/** Every dispute that was opened since a moment. https://docs.stripe.com/api/disputes/list */
export function listDisputes(since: Date): Promise<Result<DisputeSnapshot[], StripeFailure>> {
  return callStripe(async () => {
    const disputes: DisputeSnapshot[] = []
    const created = { gte: Math.floor(since.getTime() / 1000) }
    for await (const dispute of stripe().disputes.list({ created, limit: 100 }))
      disputes.push(reshape(dispute))
    return disputes
  })
}

/** What can be told to the bank in words; empty is left out. */
export type EvidenceWords = {
  productDescription: string
  customerName: string
  customerEmail: string
  customerIp: string
  serviceDate: string
  refundPolicy: string
  story: string
}

/** By Stripe's names: https://docs.stripe.com/api/disputes/evidence_object */
function evidenceOf(words: EvidenceWords): Stripe.DisputeUpdateParams.Evidence {
  const named = {
    product_description: words.productDescription,
    customer_name: words.customerName,
    customer_email_address: words.customerEmail,
    customer_purchase_ip: words.customerIp,
    service_date: words.serviceDate,
    refund_policy_disclosure: words.refundPolicy,
    uncategorized_text: words.story,
  }
  return Object.fromEntries(Object.entries(named).filter(([, text]) => text !== ''))
}

/**
 * Sends evidence to the bank, which reads it once: nothing can be added after. `evidenceId` and `attempt` make the key.
 * https://docs.stripe.com/api/disputes/update
 */
export function sendEvidence(input: {
  stripeDisputeId: string
  evidenceId: string
  attempt: number
  words: EvidenceWords
}): Promise<Result<DisputeSnapshot, StripeFailure>> {
  const { stripeDisputeId, evidenceId, attempt, words } = input
  const options = { idempotencyKey: `evidence:${evidenceId}:${attempt}` }
  const params = { evidence: evidenceOf(words), submit: true }
  return callStripe(async () => reshape(await stripe().disputes.update(stripeDisputeId, params, options)))
}
