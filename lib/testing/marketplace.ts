import { randomBytes } from 'node:crypto'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '../demo/arrange-contractor.ts'
import { arrangeCard, arrangeEmployer } from '../demo/arrange-employer.ts'
import { arrangeOrder, type OrderStage, type Parties } from '../demo/arrange-order.ts'
import { DEMO_ORIGIN, expectOk } from '../demo/expect-ok.ts'
import type { TestCard } from '../stripe/test-mode.ts'
import { createAdmin } from '../users/create-admin.ts'
import type { Actor, AdminRole } from '../users/model.ts'

const password = 'correct horse battery staple'
const person = (displayName: string) => ({
  displayName,
  email: `${randomBytes(6).toString('hex')}@example.com`,
  password,
})

export const newEmployer = (): Promise<Actor> => arrangeEmployer(person('Erin Employer'))

/** A contractor whom Stripe has verified; moves the local Stripe's clock so that nothing waits. */
export async function newContractor(): Promise<Actor> {
  const actor = await arrangeContractor(person('Carl Contractor'))
  await arrangeDetails(actor)
  await arrangeDocuments(actor)
  await advanceClock(60)
  await untilPayable(actor)
  return actor
}

export async function newAdmin(adminRole: AdminRole = 'owner'): Promise<Actor> {
  const { userId } = expectOk(await createAdmin({ ...person('Ada Admin'), adminRole }), 'make an admin')
  return { userId, role: 'ADMIN', adminRole, origin: DEMO_ORIGIN }
}

export async function newParties(card: TestCard = 'pm_card_visa'): Promise<Parties> {
  const [employer, contractor] = [await newEmployer(), await newContractor()]
  return { employer, contractor, savedCardId: await arrangeCard(employer, card) }
}

/** An order of $100.00 at a stage. Its commission is $10.00: 1000 basis points. */
export const newOrder = (parties: Parties, stage: OrderStage): Promise<string> =>
  arrangeOrder(
    parties,
    { title: 'A piece of work', description: 'As agreed between us.', amount: 10_000n },
    stage,
  )

async function control(method: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${process.env.STRIPE_LOCAL_URL}/_control/${path}`, {
    method,
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`The local Stripe refused ${path}: ${await response.text()}`)
}

/** Moves the local Stripe's clock: holds expire, funds become available, checks finish. */
export const advanceClock = (seconds: number): Promise<void> => control('POST', 'clock/advance', { seconds })

/** Whether Stripe lets the platform open accounts by `POST /v1/accounts`, as it lets no new one. */
export const allowFirstVersion = (allowed: boolean): Promise<void> =>
  control('POST', 'accounts-v1', { allowed })

export type Fault = { method: string; path: string; kind: string; count: number; delayMs?: number }

/** Makes the next `count` calls of a route at the local Stripe go wrong. */
export const injectFault = (fault: Fault): Promise<void> => control('POST', 'faults', fault)

/** How Stripe can leave us without an answer: before it acted, after it, and in the middle of telling. */
export const OUTAGES = ['fail_before', 'fail_after', 'cut'] as const
export type Outage = (typeof OUTAGES)[number]

/** Runs `work` while every POST to a route of the local Stripe goes wrong. */
export async function duringOutage<T>(kind: Outage, path: string, work: () => Promise<T>): Promise<T> {
  await injectFault({ method: 'POST', path, kind, count: 1000 })
  try {
    return await work()
  } finally {
    await control('DELETE', 'faults', {})
  }
}
