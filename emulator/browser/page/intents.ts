import { type ApiCaller, type ApiObject, apiRequest, type StripeJsError } from '../api.ts'

/** What the intent methods resolve with. */
export interface IntentResult {
  setupIntent?: ApiObject
  paymentIntent?: ApiObject
  error?: StripeJsError
}

const AUTHENTICATION_MESSAGE =
  'We are unable to authenticate your payment method. Please choose a different payment method and try again.'

/** `/v1/setup_intents/seti_…` or `/v1/payment_intents/pi_…` of a client secret. */
export function intentPath(clientSecret: string): string {
  const id = clientSecret.split('_secret_')[0] ?? ''
  const kind = id.startsWith('seti_') ? 'setup_intents' : 'payment_intents'
  return `/v1/${kind}/${encodeURIComponent(id)}`
}

/** The intent under the name its method promises. */
export function intentResult(intent: ApiObject): IntentResult {
  return intent.object === 'setup_intent' ? { setupIntent: intent } : { paymentIntent: intent }
}

/** Reads an intent with its client secret. */
export async function retrieveIntent(caller: ApiCaller, clientSecret: string): Promise<IntentResult> {
  const answer = await apiRequest(caller, 'GET', intentPath(clientSecret), { client_secret: clientSecret })
  return answer.error ? { error: answer.error } : intentResult(answer.value)
}

/** The error that a payer who failed the bank's check gets, with the intent in it as Stripe does. */
export function failedAuthentication(intent: ApiObject): StripeJsError {
  const setup = intent.object === 'setup_intent'
  const last = (setup ? intent.last_setup_error : intent.last_payment_error) as
    | StripeJsError
    | null
    | undefined
  const code = setup ? 'setup_intent_authentication_failure' : 'payment_intent_authentication_failure'
  const plain = { type: 'invalid_request_error', code, message: AUTHENTICATION_MESSAGE }
  // What the payer reads differs from what the seller finds in the intent.
  const own = last && last.code !== code ? last : { ...last, ...plain }
  return { ...own, [setup ? 'setup_intent' : 'payment_intent']: intent }
}

/** `return_url` with the intent's id, secret and outcome, as Stripe comes back to a page. */
export function returnAddress(returnUrl: string, intent: ApiObject): string {
  const url = new URL(returnUrl, location.href)
  url.searchParams.set(intent.object, intent.id)
  url.searchParams.set(`${intent.object}_client_secret`, String(intent.client_secret))
  const failed = intent.status === 'requires_payment_method' || intent.status === 'canceled'
  url.searchParams.set('redirect_status', failed ? 'failed' : 'succeeded')
  return url.href
}
