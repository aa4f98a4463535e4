import { expect, test } from 'vitest'
import { CARD_ERRORS } from '#lib/cards/model.ts'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { DECLINE_WORDS } from '#lib/payments/model.ts'
import { cardRefusal } from './card-refusal.ts'

test('leaves to Stripe’s form what it marks itself', () => {
  expect(cardRefusal(wordsIn('en'), { type: 'validation_error', code: 'incomplete_number' })).toBeNull()
})

test('says what can be done about a decline and about a failed check', () => {
  expect(
    cardRefusal(wordsIn('en'), {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    }),
  ).toBe(wordsIn('en').say(DECLINE_WORDS.insufficient_funds))
  expect(
    cardRefusal(wordsIn('en'), {
      type: 'invalid_request_error',
      code: 'setup_intent_authentication_failure',
    }),
  ).toBe(wordsIn('en').say(DECLINE_WORDS.authentication_failed))
  expect(cardRefusal(wordsIn('en'), { type: 'card_error', code: 'incorrect_cvc' })).toBe(
    wordsIn('en').say(CARD_ERRORS.setup_failed.message),
  )
})

test('does not blame the card for a connection', () => {
  expect(cardRefusal(wordsIn('en'), { type: 'api_connection_error' })).toBe(
    wordsIn('en').say(CARD_ERRORS.stripe_unavailable.message),
  )
})
