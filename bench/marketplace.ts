import { db, transaction } from '#lib/db.ts'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '#lib/demo/arrange-contractor.ts'
import { arrangeCard, arrangeEmployer } from '#lib/demo/arrange-employer.ts'
import { arrangeOrder, type Parties } from '#lib/demo/arrange-order.ts'
import { newRequestKey } from '#lib/ids.ts'
import { authorizeOrder } from '#lib/payments/authorize-order.ts'
import { encodeSession } from '#lib/users/session-token.ts'
import { startSession } from '#lib/users/start-session.ts'
import { answerMessages } from './programs.ts'
import type { Arranged, Ask } from './talk.ts'

// Holdfast's side of the measurement, in a process of its own: makes a marketplace, and checks orders out by the same
// command that the server action calls.

const password = 'correct horse battery staple'
let parties: Parties | undefined

async function newParties(): Promise<Parties> {
  const employer = await arrangeEmployer({
    displayName: 'Erin Employer',
    email: 'erin@example.com',
    password,
  })
  const contractor = await arrangeContractor({
    displayName: 'Carl Contractor',
    email: 'carl@example.com',
    password,
  })
  await arrangeDetails(contractor)
  await arrangeDocuments(contractor)
  await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/clock/advance`, {
    method: 'POST',
    body: '{"seconds":60}',
  })
  await untilPayable(contractor)
  return { employer, contractor, savedCardId: await arrangeCard(employer, 'pm_card_visa') }
}

/** Who takes part, by their ids at Stripe, and the employer's session as a browser would send it. */
async function arrange(): Promise<Arranged> {
  parties = await newParties()
  const { employer, contractor, savedCardId } = parties
  const card = await db().savedCard.findUniqueOrThrow({
    where: { id: savedCardId },
    include: { customer: true },
  })
  const account = await db().connectedAccount.findFirstOrThrow({ where: { userId: contractor.userId } })
  const session = await transaction(tx =>
    startSession(tx, { id: employer.userId, role: employer.role }, employer.origin),
  )
  return {
    customerId: card.customer.stripeCustomerId ?? '',
    paymentMethodId: card.stripePaymentMethodId,
    destinationAccountId: account.stripeAccountId ?? '',
    session: await encodeSession(session),
  }
}

async function place(count: number): Promise<string[]> {
  if (!parties) throw new Error('Nobody is there to order')
  const order = { title: 'A piece of work', description: 'As agreed between us.', amount: 10_000n }
  const orderIds: string[] = []
  for (let made = 0; made < count; made++) orderIds.push(await arrangeOrder(parties, order, 'placed'))
  return orderIds
}

/** Milliseconds of each checkout, Stripe's own included. */
async function checkOut(orderIds: string[]): Promise<number[]> {
  if (!parties) throw new Error('Nobody is there to pay')
  const { employer, savedCardId } = parties
  const took: number[] = []
  for (const orderId of orderIds) {
    const began = performance.now()
    const result = await authorizeOrder(employer, { orderId, savedCardId, requestKey: newRequestKey() })
    took.push(performance.now() - began)
    if (!result.ok || result.value.status !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`)
  }
  return took
}

answerMessages<Ask>(async ask => {
  if (ask.what === 'arrange') return arrange()
  return ask.what === 'place' ? place(ask.count) : checkOut(ask.orderIds)
})
