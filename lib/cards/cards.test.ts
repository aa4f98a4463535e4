import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import { arrangeCard } from '../demo/arrange-employer.ts'
import { newRequestKey } from '../ids.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { createCustomer } from './create-customer.ts'
import { finishCardSetup } from './finish-card-setup.ts'
import { listCards } from './queries.ts'
import { removeCard } from './remove-card.ts'
import { setDefaultCard } from './set-default-card.ts'
import { startCardSetup } from './start-card-setup.ts'
import { syncCard } from './sync-card.ts'
import { syncCardSetup } from './sync-card-setup.ts'
import { warnOfExpiringCards } from './warn-of-expiring-cards.ts'

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
})

type AtStripe = { data: { id: string; card: { last4: string } }[] }

async function customerId(actor: Actor): Promise<string> {
  return (await db().customer.findFirstOrThrow({ where: { userId: actor.userId } })).stripeCustomerId ?? ''
}

async function atStripe<T>(path: string, body?: string): Promise<T> {
  const headers = {
    authorization: 'Bearer sk_test_local',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const init = body === undefined ? { headers } : { method: 'POST', headers, body }
  return (await (await fetch(`${process.env.STRIPE_LOCAL_URL}/v1/${path}`, init)).json()) as T
}

const attached = async (actor: Actor) =>
  (await atStripe<AtStripe>(`customers/${await customerId(actor)}/payment_methods?type=card`)).data

describe('saved cards', () => {
  test('the first is the default; another can be made it, here and at Stripe', async () => {
    const employer = await newEmployer()
    const visa = await arrangeCard(employer, 'pm_card_visa')
    const mastercard = await arrangeCard(employer, 'pm_card_mastercard')
    expect((await listCards(employer)).map(card => [card.id, card.isDefault])).toEqual([
      [visa, true],
      [mastercard, false],
    ])
    expect((await setDefaultCard(employer, { cardId: mastercard })).ok).toBe(true)
    expect((await listCards(employer)).map(card => card.id)).toEqual([mastercard, visa])
    const { stripePaymentMethodId } = await db().savedCard.findUniqueOrThrow({ where: { id: mastercard } })
    const customer = await atStripe<object>(`customers/${await customerId(employer)}`)
    expect(customer).toMatchObject({ invoice_settings: { default_payment_method: stripePaymentMethodId } })
  })

  test('that expire soon are told of once; one that the network renews has its new date and is not', async () => {
    const employer = await newEmployer()
    const [soon, renewed] = [
      await arrangeCard(employer, 'pm_card_visa'),
      await arrangeCard(employer, 'pm_card_mastercard'),
    ]
    const at = now()
    const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
    const date = (year: number) => `card[exp_month]=${next.getUTCMonth() + 1}&card[exp_year]=${year}`
    const give = async (id: string, year: number) => {
      const { stripePaymentMethodId: method } = await db().savedCard.findUniqueOrThrow({ where: { id } })
      await atStripe(`payment_methods/${method}`, date(year))
      expect((await syncCard(method)).ok).toBe(true)
    }
    for (const card of [soon, renewed]) await give(card, next.getUTCFullYear())
    await give(renewed, next.getUTCFullYear() + 4)
    for (let times = 0; times < 2; times++) await warnOfExpiringCards()
    const told = await db().notification.findMany({ where: { recipientId: employer.userId } })
    expect(told.map(({ kind, fact }) => [kind, fact.split(':')[1]])).toEqual([['card_expires', soon]])
    expect((await listCards(employer)).find(({ id }) => id === renewed)?.expYear).toBe(
      next.getUTCFullYear() + 4,
    )
  })

  test('the same card given twice is one card, and its second copy leaves Stripe', async () => {
    const employer = await newEmployer()
    const first = await arrangeCard(employer, 'pm_card_visa')
    expect(await arrangeCard(employer, 'pm_card_visa')).toBe(first)
    expect(await listCards(employer)).toHaveLength(1)
    const [job] = await db().$queryRaw<{ payload: { cardSetupId: string; paymentMethodId: string } }[]>`
      SELECT jobs.payload FROM graphile_worker._private_jobs jobs
      JOIN graphile_worker._private_tasks tasks ON tasks.id = jobs.task_id
      WHERE tasks.identifier = 'detach-duplicate-card'`
    const { TASKS } = await import('../jobs/tasks.ts')
    if (job) await TASKS['detach-duplicate-card'](job.payload)
    const kept = await db().savedCard.findUniqueOrThrow({ where: { id: first } })
    expect((await attached(employer)).map(method => method.id)).toEqual([kept.stripePaymentMethodId])
  })

  test('a removed card is off its Customer at Stripe, and the newest other one becomes the default', async () => {
    const employer = await newEmployer()
    const visa = await arrangeCard(employer, 'pm_card_visa')
    const mastercard = await arrangeCard(employer, 'pm_card_mastercard')
    expect((await removeCard(employer, { cardId: visa })).ok).toBe(true)
    expect((await removeCard(employer, { cardId: visa })).ok).toBe(true)
    expect(await listCards(employer)).toMatchObject([{ id: mastercard, isDefault: true }])
    expect((await attached(employer)).map(method => method.card.last4)).toEqual(['4444'])
  })

  test('a card that holds money for an order cannot be removed', async () => {
    const parties = await newParties()
    await newOrder(parties, 'held')
    const removed = await removeCard(parties.employer, { cardId: parties.savedCardId })
    expect(removed).toEqual({ ok: false, error: 'card_in_use' })
    expect(await attached(parties.employer)).toHaveLength(1)
  })

  test('are their owner’s alone', async () => {
    const [owner, stranger] = [await newEmployer(), await newEmployer()]
    const cardId = await arrangeCard(owner, 'pm_card_visa')
    expect(await listCards(stranger)).toEqual([])
    expect(await removeCard(stranger, { cardId })).toEqual({ ok: false, error: 'not_found' })
    expect(await setDefaultCard(stranger, { cardId })).toEqual({ ok: false, error: 'not_found' })
    expect(await listCards(owner)).toHaveLength(1)
  })

  test('a browser that confirmed and never came back still leaves its card, by the webhook', async () => {
    const employer = await newEmployer()
    const started = await startCardSetup(employer, { requestKey: newRequestKey() })
    if (!started.ok) throw new Error('not started')
    const { cardSetupId } = started.value
    expect(await finishCardSetup(employer, { cardSetupId })).toEqual({ ok: false, error: 'setup_unfinished' })
    const setup = await db().cardSetup.findUniqueOrThrow({ where: { id: cardSetupId } })
    await atStripe(`setup_intents/${setup.stripeSetupIntentId}/confirm`, 'payment_method=pm_card_visa')
    await syncCardSetup(setup.stripeSetupIntentId ?? '')
    expect(await listCards(employer)).toMatchObject([{ brand: 'visa', last4: '4242' }])
  })

  test('a card that was taken off at Stripe is gone here too', async () => {
    const employer = await newEmployer()
    const cardId = await arrangeCard(employer, 'pm_card_visa')
    const { stripePaymentMethodId } = await db().savedCard.findUniqueOrThrow({ where: { id: cardId } })
    await atStripe(`payment_methods/${stripePaymentMethodId}/detach`, '')
    await syncCard(stripePaymentMethodId)
    expect(await listCards(employer)).toEqual([])
  })

  test('one form is one SetupIntent, also when Stripe’s answer was lost', async () => {
    const employer = await newEmployer()
    const requestKey = newRequestKey()
    const start = () => startCardSetup(employer, { requestKey })
    expect((await duringOutage('fail_after', '/v1/setup_intents', start)).ok).toBe(false)
    const again = await Promise.all([start(), start(), start()])
    const secrets = again.flatMap(result => (result.ok ? [result.value.clientSecret] : []))
    expect(secrets.length).toBeGreaterThan(0)
    const customer = await customerId(employer)
    const intents = await atStripe<{ data: unknown[] }>(`setup_intents?customer=${customer}`)
    expect([new Set(secrets).size, intents.data.length]).toEqual([1, 1])
  })

  test('an employer from before a change of keys gets a Customer of the new mode', async () => {
    const employer = await newEmployer()
    await db().customer.deleteMany({ where: { userId: employer.userId } })
    expect(await arrangeCard(employer, 'pm_card_visa')).toMatch(/^crd_/)
    expect(await db().customer.count({ where: { userId: employer.userId } })).toBe(1)
  })

  test('a Customer whose creation was never heard of is found after a day, not made twice', async () => {
    const employer = await newEmployer()
    const before = await customerId(employer)
    await db().customer.updateMany({
      where: { userId: employer.userId },
      data: { stripeCustomerId: null, createdAt: new Date(Date.now() - 25 * 3600 * 1000) },
    })
    expect(await createCustomer(employer.userId)).toMatchObject({ ok: true, value: { customerId: before } })
  })
})
