import { type ApiCaller, type ApiObject, apiRequest, type StripeJsError } from '../api.ts'
import { showChallenge } from './challenge-modal.ts'
import { StripeElement } from './element.ts'
import type { ElementsGroup } from './elements.ts'
import {
  failedAuthentication,
  type IntentResult,
  intentPath,
  intentResult,
  returnAddress,
} from './intents.ts'

type Params = Record<string, unknown>

/** What `confirmSetup` and `confirmPayment` take. */
export interface ConfirmOptions {
  elements?: ElementsGroup
  clientSecret?: string
  confirmParams?: Params
  redirect?: 'always' | 'if_required'
}

type MethodResult = { id?: string; error?: StripeJsError }

function misuse(message: string): { error: StripeJsError } {
  return { error: { type: 'invalid_request_error', message } }
}

/** Leaves the page; the promise never settles, as the page is gone before it could. */
function leaveFor(address: string): Promise<IntentResult> {
  window.location.assign(address)
  return new Promise(() => {})
}

interface NextAction {
  type: string
  redirect_to_url?: { url?: string }
}

/** Takes an intent through what it still needs of the payer. */
export async function settleActions(caller: ApiCaller, intent: ApiObject): Promise<IntentResult> {
  const action = intent.next_action as NextAction | null | undefined
  if (intent.status !== 'requires_action' || !action) return intentResult(intent)
  const elsewhere = action.redirect_to_url?.url
  if (elsewhere && new URL(elsewhere).origin !== caller.origin) return leaveFor(elsewhere)
  const clientSecret = String(intent.client_secret)
  await showChallenge(caller, clientSecret)
  const answer = await apiRequest(caller, 'GET', intentPath(clientSecret), { client_secret: clientSecret })
  if (answer.error) return { error: answer.error }
  if (answer.value.status === 'requires_payment_method') return { error: failedAuthentication(answer.value) }
  return intentResult(answer.value)
}

/** Has the card's frame make a payment method. */
async function methodFromElement(element: StripeElement, params: Params): Promise<MethodResult> {
  const answer = (await element.ask('createPaymentMethod', params)) as {
    value?: ApiObject
    error?: StripeJsError
  }
  return answer.value ? { id: answer.value.id } : { error: answer.error }
}

async function methodFromGroup(elements: ElementsGroup, given: Params): Promise<MethodResult> {
  const payer = elements.payer()
  if (!payer) return misuse('Invalid value for confirm: elements should have a mounted Payment Element.')
  if (elements.needsSubmit && payer._componentName === 'payment') {
    return misuse('elements.submit() must be called before stripe.confirmPayment() or stripe.confirmSetup().')
  }
  const billing = elements.billingDetails(given.billing_details as Params | undefined)
  return methodFromElement(payer, { ...given, billing_details: billing })
}

async function post(caller: ApiCaller, clientSecret: string, params: Params): Promise<IntentResult> {
  const path = `${intentPath(clientSecret)}/confirm`
  const answer = await apiRequest(caller, 'POST', path, {
    ...params,
    client_secret: clientSecret,
    use_stripe_sdk: true,
  })
  return answer.error ? { error: answer.error } : intentResult(answer.value)
}

/** `confirmSetup` and `confirmPayment`. */
export async function confirmIntent(caller: ApiCaller, options: ConfirmOptions): Promise<IntentResult> {
  const clientSecret = options.clientSecret ?? options.elements?.clientSecret
  if (!clientSecret)
    return misuse('A client secret is needed: pass clientSecret, or make the elements with it.')
  const { payment_method_data: data, ...params } = options.confirmParams ?? {}
  const returnUrl = params.return_url
  if (options.redirect !== 'if_required' && typeof returnUrl !== 'string') {
    return misuse('confirmParams.return_url is required unless redirect is "if_required".')
  }
  if (options.elements && params.payment_method === undefined && params.confirmation_token === undefined) {
    const method = await methodFromGroup(options.elements, (data as Params | undefined) ?? {})
    if (method.error) return { error: method.error }
    params.payment_method = method.id
  }
  const confirmed = await post(caller, clientSecret, params)
  const intent = confirmed.setupIntent ?? confirmed.paymentIntent
  if (!intent) return confirmed
  const settled = await settleActions(caller, intent)
  const done = settled.setupIntent ?? settled.paymentIntent
  if (!done || options.redirect === 'if_required') return settled
  return leaveFor(returnAddress(String(returnUrl), done))
}

/** `confirmCardSetup` and `confirmCardPayment`: the card from an element, a payment method, or the intent's own. */
export async function confirmCard(
  caller: ApiCaller,
  clientSecret: string,
  data: Params = {},
  options: { handleActions?: boolean } = {},
): Promise<IntentResult> {
  const { payment_method: given, ...params } = data
  let method = given
  if (typeof given === 'object' && given !== null) {
    const { card, ...details } = given as Params
    if (card instanceof StripeElement) {
      const made = await methodFromElement(card, details)
      if (made.error) return { error: made.error }
      method = made.id
    } else {
      const path = '/v1/payment_methods'
      const made = await apiRequest(caller, 'POST', path, { ...details, type: 'card', card })
      if (made.error) return { error: made.error }
      method = made.value.id
    }
  }
  const confirmed = await post(caller, clientSecret, { ...params, payment_method: method })
  const intent = confirmed.setupIntent ?? confirmed.paymentIntent
  return intent && options.handleActions !== false ? settleActions(caller, intent) : confirmed
}
