import { CARD_ERRORS } from '#lib/cards/model.ts'
import type { Words } from '#lib/i18n/words.ts'
import { DECLINE_WORDS, declineReason } from '#lib/payments/model.ts'
import type { StripeError } from '#lib/stripe/browser.ts'

type Refusal = Pick<StripeError, 'type' | 'code' | 'decline_code'>

/**
 * Our words for why a card could not be saved; null for what Stripe's own form already marks beside its field.
 * https://docs.stripe.com/js/setup_intents/confirm_setup
 */
export function cardRefusal(t: Words, { type, code, decline_code }: Refusal): string | null {
  if (type === 'validation_error') return null
  if (type !== 'card_error' && code !== 'setup_intent_authentication_failure') {
    return t.say(CARD_ERRORS.stripe_unavailable.message)
  }
  if (code === 'setup_intent_authentication_failure') return t.say(DECLINE_WORDS.authentication_failed)
  const reason = declineReason(decline_code ?? null, code ?? null)
  return reason === 'incorrect_details' || reason === 'declined'
    ? t.say(CARD_ERRORS.setup_failed.message)
    : t.say(DECLINE_WORDS[reason])
}
