import { removeCard } from '../../cards/remove-card.ts'
import { db } from '../../db.ts'
import { arrangeCard } from '../../demo/arrange-employer.ts'
import { arrangeOrder, type Parties } from '../../demo/arrange-order.ts'
import { syncDispute } from '../../disputes/sync-dispute.ts'
import { newRequestKey } from '../../ids.ts'
import { deliverOrder } from '../../orders/deliver-order.ts'
import { authorizeOrder } from '../../payments/authorize-order.ts'
import { capturePayment } from '../../payments/capture-payment.ts'
import { releaseHold } from '../../payments/release-hold.ts'
import { renewHold } from '../../payments/renew-hold.ts'
import { requestPayout } from '../../payouts/request-payout.ts'
import { recoverFromContractor } from '../../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../../refunds/request-refund.ts'
import type { Result } from '../../result.ts'
import { answerDispute, newDispute } from '../disputes.ts'
import { advanceClock, newContractor, newEmployer, newOrder } from '../marketplace.ts'
import { doAtStripe } from './at-stripe.ts'
import type { Cast } from './operation.ts'
import { recover } from './recover.ts'
import { newCast } from './scenario.ts'
import { pick } from './seeded.ts'

// What may happen to a marketplace within an hour, drawn from a seed: on orders that were there before, and on new ones.

/** Who takes part: besides the usual, employers whose cards bring trouble. */
export type Town = Cast & { disputing: Parties; failing: Parties }

export async function newTown(): Promise<Town> {
  const cast = await newCast()
  const work = { title: 'A large piece of work', description: 'As agreed between us.', amount: 9_000_000n }
  // The platform needs money of its own: a dispute costs it more than an order brings.
  await arrangeOrder(cast, work, 'completed')
  const withCard = async (card: 'pm_card_createDispute' | 'pm_card_refundFail'): Promise<Parties> => {
    const employer = await newEmployer()
    return { ...cast, employer, savedCardId: await arrangeCard(employer, card) }
  }
  return {
    ...cast,
    disputing: await withCard('pm_card_createDispute'),
    failing: await withCard('pm_card_refundFail'),
  }
}

type Next = () => number
type Happening = (town: Town, next: Next) => Promise<unknown>

const STAGES = ['placed', 'held', 'delivered', 'completed', 'canceled'] as const

/** One of the employer's orders in one of these states, whenever it was made. */
async function anyOrder(town: Town, next: Next, statuses: ('placed' | 'held' | 'delivered' | 'completed')[]) {
  const where = { employerId: town.employer.userId, status: { in: statuses } }
  const orders = await db().order.findMany({ where, include: { payments: true }, orderBy: { id: 'asc' } })
  return orders.length > 0 ? pick(orders, next) : null
}

const form = () => ({ requestKey: newRequestKey() })

async function refund(
  town: Town,
  next: Next,
  orderId: string,
  amount: string,
): Promise<Result<unknown, string>> {
  const payment = await db().payment.findFirstOrThrow({ where: { orderId, status: 'succeeded' } })
  const reverseTransfer = next() < 0.7
  const choice = { reverseTransfer, refundCommission: reverseTransfer && next() < 0.5 }
  const why = {
    reason: pick(['not_as_agreed', 'duplicate'] as const, next),
    note: 'Agreed on the phone – “sorry”.',
  }
  return requestRefund(town.admin, { ...form(), paymentId: payment.id, amount, ...choice, ...why })
}

const some = (next: Next, most: number) => String(1 + Math.floor(next() * most))

const HAPPENINGS: Record<string, Happening> = {
  'a new order': (town, next) => newOrder(town, pick(STAGES, next)),
  'a hold on an old order': async (town, next) => {
    const order = await anyOrder(town, next, ['placed'])
    if (!order) return
    await authorizeOrder(town.employer, { ...form(), orderId: order.id, savedCardId: town.savedCardId })
    if (next() < 0.5) await capturePayment(town.employer, { orderId: order.id })
  },
  'a delivery': async (town, next) => {
    const order = await anyOrder(town, next, ['held'])
    if (order) await deliverOrder(town.contractor, { orderId: order.id, note: 'Here it is.' })
  },
  'a capture': async (town, next) => {
    const order = await anyOrder(town, next, ['held', 'delivered'])
    const amount = next() < 0.5 ? {} : { amount: some(next, 90) }
    if (order) await capturePayment(town.employer, { orderId: order.id, ...amount })
  },
  'a release': async (town, next) => {
    const order = await anyOrder(town, next, ['held', 'delivered'])
    const actor = pick([town.employer, town.contractor], next)
    if (order) await releaseHold(actor, { orderId: order.id, note: 'Plans have changed.' })
  },
  'a renewal': async (town, next) => {
    const order = await anyOrder(town, next, ['held', 'delivered'])
    if (!order) return
    await renewHold(town.employer, { ...form(), orderId: order.id, savedCardId: town.savedCardId })
    const then = pick(['nothing', 'capture', 'release'] as const, next)
    if (then === 'capture') await capturePayment(town.employer, { orderId: order.id })
    if (then === 'release') await releaseHold(town.employer, { orderId: order.id, note: '' })
  },
  'a declined card': async town => {
    const employer = await newEmployer()
    const savedCardId = await arrangeCard(employer, 'pm_card_chargeCustomerFail')
    const orderId = await newOrder({ ...town, employer, savedCardId }, 'placed')
    await authorizeOrder(employer, { ...form(), orderId, savedCardId })
    const other = await arrangeCard(employer, 'pm_card_visa')
    await authorizeOrder(employer, { ...form(), orderId, savedCardId: other })
  },
  'a refund': async (town, next) => {
    const order = await anyOrder(town, next, ['completed'])
    const cents = () => String(Math.floor(next() * 100)).padStart(2, '0')
    for (let times = 0; order && times < 3; times++)
      await refund(town, next, order.id, `${Math.floor(next() * 10)}.${cents()}`)
  },
  'a recovery': async (town, next) => {
    const order = await anyOrder(town, next, ['completed'])
    const instrument = pick(['auto', 'transfer_reversal', 'account_debit', 'receivable'] as const, next)
    const why = { reason: 'fee_correction', note: 'A fee was forgotten.', instrument } as const
    const sum = { amount: some(next, 30), currency: 'usd' }
    const of = { contractorId: town.contractor.userId, orderId: order?.id ?? null }
    await recoverFromContractor(town.admin, { ...form(), ...of, ...sum, ...why })
  },
  'a payout': async (town, next) => {
    const asked = await requestPayout(town.contractor, { ...form(), amount: some(next, 50), currency: 'usd' })
    if (!asked.ok || next() < 0.6) return
    const of = { where: { id: asked.value.payoutId }, include: { account: true } }
    const { stripePayoutId, account } = await db().payout.findUniqueOrThrow(of)
    await doAtStripe(`payouts/${stripePayoutId}/cancel`, {}, account?.stripeAccountId ?? '')
  },
  'a dispute': async (town, next) => {
    const { disputeId } = await newDispute(town.disputing)
    if (next() < 0.7) await syncDispute(disputeId)
    if (next() < 0.7) await recover()
    if (next() < 0.5) await answerDispute(disputeId, 'winning_evidence')
    if (next() < 0.7) await syncDispute(disputeId)
  },
  'a refund that fails': async (town, next) => {
    const orderId = await newOrder(town.failing, 'completed')
    await refund(town, next, orderId, '100')
    await advanceClock(61)
  },
  'a new employer': async (town, next) => {
    const employer = await newEmployer()
    const savedCardId = await arrangeCard(employer, 'pm_card_visa')
    await newOrder({ ...town, employer, savedCardId }, pick(STAGES, next))
    if (next() < 0.5) await removeCard(employer, { cardId: savedCardId })
    if (next() < 0.5) await arrangeCard(employer, 'pm_card_visa')
  },
  'a new contractor': async (town, next) => {
    if (next() < 0.7) return
    await newOrder({ ...town, contractor: await newContractor() }, pick(STAGES, next))
  },
  'the worker': () => recover(),
}

/** Lets `count` things happen. Returns which, for whoever has to understand a failure. */
export async function letHappen(town: Town, next: Next, count: number): Promise<string[]> {
  const story: string[] = []
  for (let turn = 0; turn < count; turn++) {
    const name = pick(Object.keys(HAPPENINGS), next)
    story.push(name)
    await HAPPENINGS[name]?.(town, next)
  }
  return story
}

/** Goes on with what is there: every hold is captured, and of every capture a part is refunded. Returns what was refused. */
export async function goOn(town: Town): Promise<string[]> {
  const where = { employerId: town.employer.userId }
  const refused: string[] = []
  const demand = (what: string, result: Result<unknown, unknown>) => {
    if (!result.ok) refused.push(`${what}: ${JSON.stringify(result.error)}`)
  }
  for (const { id } of await db().order.findMany({
    where: { ...where, status: { in: ['held', 'delivered'] } },
  }))
    demand(`capture of ${id}`, await capturePayment(town.employer, { orderId: id }))
  const order = { ...where, status: 'completed' as const }
  const payments = await db().payment.findMany({
    where: { order, status: 'succeeded', amountCaptured: { gte: 200n }, refunds: { none: {} } },
  })
  for (const { id, orderId } of payments) {
    const choice = { reverseTransfer: false, refundCommission: false, reason: 'duplicate' as const, note: '' }
    const asked = await requestRefund(town.admin, { ...form(), paymentId: id, amount: '1', ...choice })
    demand(`refund of ${orderId}`, asked)
  }
  return refused
}
