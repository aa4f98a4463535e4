import { expect, test } from 'vitest'
import { CARD_ERRORS } from '#lib/cards/model.ts'
import { DECLINE_WORDS } from '#lib/payments/model.ts'
import { cardRefusal } from './card-refusal.ts'

test('leaves to Stripe’s form what it marks itself', () => {
  expect(cardRefusal({ type: 'validation_error', code: 'incomplete_number' })).toBeNull()
})

test('says what can be done about a decline and about a failed check', () => {
  expect(cardRefusal({ type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' })).toBe(
    DECLINE_WORDS.insufficient_funds,
  )
  expect(cardRefusal({ type: 'invalid_request_error', code: 'setup_intent_authentication_failure' })).toBe(
    DECLINE_WORDS.authentication_failed,
  )
  expect(cardRefusal({ type: 'card_error', code: 'incorrect_cvc' })).toBe(CARD_ERRORS.setup_failed.message)
})

test('does not blame the card for a connection', () => {
  expect(cardRefusal({ type: 'api_connection_error' })).toBe(CARD_ERRORS.stripe_unavailable.message)
})
