import type { JsonObject, Step } from './recording.ts'
import type { Params } from './stand-in-account.ts'

export const cardOf = (number: string): Params => [
  ['type', 'card'],
  ['card[number]', number],
  ['card[exp_month]', '12'],
  ['card[exp_year]', '2034'],
  ['card[cvc]', '123'],
]

/** What the recorded answer says that the object is; the only thing known of an object that nobody was recorded to make. */
export const word = (response: JsonObject, name: string): string | null =>
  typeof response[name] === 'string' || typeof response[name] === 'number' ? String(response[name]) : null

export const paramOf = (step: Step, name: string): string | null =>
  step.params.find(([given]) => given === name)?.[1] ?? null

export const errorOf = (step: Step): JsonObject | undefined => step.response.error as JsonObject | undefined

/** Test cards by the code of their refusal. https://docs.stripe.com/testing#declined-payments */
const REFUSING: Record<string, string> = {
  generic_decline: '4000000000000002',
  insufficient_funds: '4000000000009995',
  lost_card: '4000000000009987',
  stolen_card: '4000000000009979',
  expired_card: '4000000000000069',
  incorrect_cvc: '4000000000000127',
  processing_error: '4000000000000119',
  card_velocity_exceeded: '4000000000006975',
  fraudulent: '4100000000000019',
  authentication_required: '4000002760003184',
}

/** The test card that leads to the recorded outcome; null when there is none. */
export function cardFor(step: Step): string | null {
  const error = errorOf(step)
  if (step.response.status === 'requires_action') return '4000002760003184'
  if (error?.type !== 'card_error') return '4242424242424242'
  const [code, declineCode] = [String(error.code), String(error.decline_code)]
  const telling = declineCode === 'generic_decline' && code !== 'card_declined' ? code : declineCode
  return REFUSING[telling] ?? REFUSING[code] ?? null
}
