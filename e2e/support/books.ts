import { expect } from '@playwright/test'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { checkInvariants } from '#lib/ledger/invariants.ts'
import { reconcile } from '#lib/reconciliation/reconcile.ts'
import { type LocalStripe, OTHER_BUSINESS } from './local-stripe.ts'

/** Longer than anything lasts that tests do to the clock. */
const ALL_DAYS = 3650

/** Where the ledger and Stripe differ, a line each, but for money that a test gave the platform past us. */
async function unexplained(stripe: LocalStripe): Promise<string[]> {
  const found = expectOk(await reconcile(ALL_DAYS), 'reconcile')
  const charges = await stripe.list<{ id: string; description: string | null }>('charges')
  const given = new Set(charges.filter(one => one.description === OTHER_BUSINESS).map(({ id }) => id))
  return found
    .filter(({ subject }) => !given.has(subject))
    .map(one => `${one.kind} ${one.subject}: ledger ${one.ledgerAmount}, Stripe ${one.stripeAmount}`)
}

/** After all that tests did to one stack: every invariant of money holds, and the ledger says what Stripe says. */
export async function expectBooksInOrder(stripe: LocalStripe): Promise<void> {
  await stripe.flushWebhooks()
  // The worker may still be at the last events.
  await expect.poll(() => unexplained(stripe), { timeout: 60_000 }).toEqual([])
  const breaches = (await checkInvariants(false)).filter(one => one.breaches.length > 0)
  expect(breaches, 'invariants of money').toEqual([])
}
