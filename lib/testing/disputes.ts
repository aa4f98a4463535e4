import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import { arrangeOrder, type Parties } from '../demo/arrange-order.ts'
import { atStripe, doAtStripe, type Listed } from './faults/at-stripe.ts'
import { advanceClock, newEmployer, newOrder, newParties } from './marketplace.ts'

/** The same contractor for an employer whose every payment is disputed, and one whose money is available at once. */
export type DisputeCast = { disputing: Parties; honest: Parties }

/** Makes them, and gives the platform money of its own: a dispute costs it more than an order brings. */
export async function newDisputeCast(): Promise<DisputeCast> {
  const disputing = await newParties('pm_card_createDispute')
  const employer = await newEmployer()
  const savedCardId = await arrangeCard(employer, 'pm_card_bypassPending')
  const honest = { ...disputing, employer, savedCardId }
  const work = { title: 'A large piece of work', description: 'As agreed between us.', amount: 1_000_000n }
  await arrangeOrder(honest, work, 'completed')
  return { disputing, honest }
}

async function firstAtStripe(paymentIntentId: string | null) {
  const path = `disputes?payment_intent=${paymentIntentId}`
  const { data } = await atStripe<Listed<{ id: string; status: string }>>(path)
  return data[0] ?? { id: '', status: '' }
}

/** The dispute that Stripe has of a payment. */
export const disputeAtStripe = async (paymentIntentId: string | null): Promise<string> =>
  (await firstAtStripe(paymentIntentId)).id

/** How it stands there; empty where there is none. */
export const disputeStatus = async (paymentIntentId: string | null): Promise<string> =>
  (await firstAtStripe(paymentIntentId)).status

export type Disputed = { orderId: string; paymentId: string; disputeId: string }

/** A completed order whose payment is disputed at Stripe, of which we have not heard yet. */
export async function newDispute(parties: Parties): Promise<Disputed> {
  const orderId = await newOrder(parties, 'completed')
  const payment = await db().payment.findFirstOrThrow({ where: { orderId } })
  return { orderId, paymentId: payment.id, disputeId: await disputeAtStripe(payment.stripePaymentIntentId) }
}

/** Answers a dispute with words that decide it, and lets the bank read them. */
export async function answerDispute(disputeId: string, words: string): Promise<void> {
  await doAtStripe(`disputes/${disputeId}`, { 'evidence[uncategorized_text]': words })
  await advanceClock(2)
}

/** What our books have of a dispute, in few words. */
export async function disputeStanding(disputeId: string): Promise<string> {
  const row = await db().dispute.findFirst({
    where: { stripeDisputeId: disputeId },
    include: { recovery: { include: { retransfer: true } } },
  })
  if (!row) return 'unheard of'
  const { recovery } = row
  const taken = recovery
    ? `${recovery.status} ${recovery.amountCollected} of ${recovery.amount}`
    : 'untouched'
  const given = recovery?.retransfer ? `, ${recovery.retransfer.status} ${recovery.retransfer.amount}` : ''
  return `${row.status}: ${row.amountWithdrawn} out, ${row.amountReinstated} in; ${taken}${given}`
}

/** Has the bank dispute a charge that was made with an ordinary card. */
export async function disputeCharge(charge: string): Promise<void> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/disputes`, {
    method: 'POST',
    body: JSON.stringify({ charge }),
  })
  if (!response.ok) throw new Error(`The local Stripe refused the dispute: ${await response.text()}`)
}
