import { db } from '../../db.ts'
import { ledgerBalances } from '../../ledger/balances.ts'
import { getOrder } from '../../orders/queries.ts'
import { getPayment } from '../../payments/queries.ts'
import { getEveryCent } from '../../reconciliation/every-cent.ts'
import { listDebts } from '../../recoveries/queries.ts'
import { listRefunds } from '../../refunds/queries.ts'
import { retrieveBalance } from '../../stripe/balance.ts'
import type { Actor } from '../../users/model.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Seen } from './possible.ts'
import type { Payer, World } from './world.ts'

// What can be seen of an order's money: on the pages of people, and at Stripe.

const sum = (amounts: (bigint | number)[]): bigint =>
  amounts.reduce<bigint>((total, one) => total + BigInt(one), 0n)

/** What both sides show alike; else both. */
function both(here: bigint, there: bigint): string {
  return here === there ? String(here) : `here ${here}, there ${there}`
}

async function owedBy(contractor: Actor): Promise<bigint> {
  return sum((await listDebts(contractor, contractor.userId)).map(({ amount }) => amount))
}

/** What a contractor has at Stripe, less what they owe us. */
export async function standingOf(contractor: Actor): Promise<bigint> {
  const account = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  const lines = await retrieveBalance(account.stripeAccountId ?? '')
  if (!lines.ok) throw new Error('Stripe did not show the balance')
  const has = sum(lines.value.map(({ available, pending }) => available + pending))
  return has - (await owedBy(contractor))
}

async function bookedOf(contractor: Actor): Promise<bigint> {
  const { id } = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  const balances = await ledgerBalances(false)
  const own = balances.filter(({ kind, party }) => kind === 'contractor_balance' && party === id)
  return sum(own.map(({ balance }) => balance)) - (await owedBy(contractor))
}

type Intent = { id: string; status: string; amount_capturable: number; amount_received: number }

async function intentsOf(orderId: string): Promise<Intent[]> {
  const query = encodeURIComponent(`metadata['order_id']:'${orderId}'`)
  return (await atStripe<Listed<Intent>>(`payment_intents/search?query=${query}`)).data
}

const COUNTED = ['succeeded', 'pending']

async function refundedAtStripe(intents: Intent[]): Promise<bigint> {
  const amounts: number[] = []
  for (const { id, status } of intents) {
    if (status !== 'succeeded') continue
    const { data } = await atStripe<Listed<{ amount: number; status: string }>>(
      `refunds?payment_intent=${id}`,
    )
    amounts.push(...data.filter(refund => COUNTED.includes(refund.status)).map(({ amount }) => amount))
  }
  return sum(amounts)
}

async function disputeOf(orderId: string): Promise<string> {
  const row = await db().dispute.findFirst({ where: { payment: { orderId } } })
  if (!row) return 'none'
  return row.status === 'won' || row.status === 'lost' ? row.status : 'taken'
}

/** Looks at everything that one order's money has moved. */
export async function look(
  { admin }: World,
  { employer }: Payer,
  contractor: Actor,
  orderId: string,
  startedWith: bigint,
): Promise<Seen> {
  const [order, payment, refunds, intents, cents, booked, standing, dispute] = await Promise.all([
    getOrder(employer, orderId),
    getPayment(employer, orderId),
    listRefunds(admin, orderId),
    intentsOf(orderId),
    getEveryCent(admin, orderId),
    bookedOf(contractor),
    standingOf(contractor),
    disputeOf(orderId),
  ])
  const counted = refunds.filter(({ status }) => COUNTED.includes(status))
  const holds = payment?.status === 'requires_capture' ? payment.amountCapturable : 0n
  const taken = payment?.status === 'succeeded' ? payment.amountCaptured : 0n
  const odd = cents.ok ? cents.value.filter(({ agrees }) => !agrees).map(({ code }) => code) : ['unread']
  return {
    status: order?.status ?? 'unknown',
    held: both(holds, sum(intents.map(({ amount_capturable }) => amount_capturable))),
    taken: both(taken, sum(intents.map(({ amount_received }) => amount_received))),
    commission: String(taken === 0n ? 0n : (payment?.commissionCaptured ?? 0n)),
    refunded: both(sum(counted.map(({ amount }) => amount)), await refundedAtStripe(intents)),
    standing: both(booked - startedWith, standing - startedWith),
    dispute,
    cents: odd.join() || 'agree',
  }
}
