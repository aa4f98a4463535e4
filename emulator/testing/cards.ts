import type Stripe from 'stripe'
import type { TestEmulator } from './harness.ts'

/** A payment of 20.00 in one call. */
export const PLAIN = { amount: 2000, currency: 'usd', confirm: true } as const

/** A card typed into the browser. */
export function cardOf(emulator: TestEmulator, number: string): Promise<Stripe.PaymentMethod> {
  return emulator.browser.paymentMethods.create({
    type: 'card',
    card: { number, exp_month: 12, exp_year: 2034, cvc: '123' },
  })
}

/** Types a card into the browser and pays with it. */
export async function payWith(
  emulator: TestEmulator,
  number: string,
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  const method = await cardOf(emulator, number)
  return emulator.stripe.paymentIntents.create({ ...PLAIN, ...extra, payment_method: method.id })
}

/** How the payer does in the bank's challenge. */
export async function answerChallenge(
  emulator: TestEmulator,
  clientSecret: string | null,
  outcome: 'complete' | 'fail',
) {
  const answer = await fetch(`${emulator.url}/_browser/challenge`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_test_local', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ client_secret: clientSecret ?? '', outcome }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
