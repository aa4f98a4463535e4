import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { wordsIn } from '../i18n/catalogue.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { DECLINE_WORDS, declineReason } from './model.ts'

type Declined = { error: { code: string; decline_code?: string } }

/** The names of Stripe's test cards, as the local Stripe's table has them. */
function testCards(): string[] {
  const table = readFileSync('emulator/payment-methods/test-names.ts', 'utf8')
  return [...table.matchAll(/^ {2}(\w+): '\d+'/gm)].map(match => `pm_card_${match[1]}`)
}

async function declineOf(card: string): Promise<Declined['error'] | null> {
  const sent = doAtStripe('payment_intents', {
    amount: '1000',
    currency: 'usd',
    payment_method: card,
    confirm: 'true',
    'automatic_payment_methods[enabled]': 'true',
    'automatic_payment_methods[allow_redirects]': 'never',
    off_session: 'true',
  })
  const refused = await sent.then(
    () => null,
    (error: Error) => error.message,
  )
  return refused ? (JSON.parse(refused.slice(refused.indexOf('{'))) as Declined).error : null
}

beforeAll(async () => {
  await startLocalStripe()
})

test('every way in which a test card is declined has its words and a next step', async () => {
  const found = new Map<string, string>()
  for (const card of testCards()) {
    const error = await declineOf(card)
    if (error)
      found.set(error.decline_code ?? error.code, declineReason(error.decline_code ?? null, error.code))
  }
  expect(Object.fromEntries([...found].sort())).toEqual({
    authentication_required: 'authentication_failed',
    card_velocity_exceeded: 'limit_exceeded',
    expired_card: 'expired_card',
    // The bank gives no reason, and why Stripe's own rules stop a payment is not for the person who tries it.
    fraudulent: 'declined',
    generic_decline: 'declined',
    incorrect_cvc: 'incorrect_details',
    insufficient_funds: 'insufficient_funds',
    lost_card: 'lost_or_stolen',
    processing_error: 'try_again',
    stolen_card: 'lost_or_stolen',
  })
  for (const reason of found.values()) {
    // What is wrong, and a sentence that begins with what to do.
    const said = wordsIn('en').say(DECLINE_WORDS[reason as keyof typeof DECLINE_WORDS])
    expect(said).toMatch(/(Use|Add|Remove|Try|try) /)
  }
})
