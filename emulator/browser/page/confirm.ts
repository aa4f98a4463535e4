import { type ApiCaller, type ApiObject, apiRequest, type StripeJsError } from '../api.ts'
import { showChallenge } from './challenge-modal.ts'
import { StripeElement } from './element.ts'
import type { ElementsGroup } from './elements.ts'
import { integrationError } from './integration-error.ts'
import {
  failedAuthentication,
  type IntentResult,
  intentPath,
  intentResult,
  returnAddress,
} from './intents.ts'
import { checkConfirmOptions, requireSecret } from './misuse.ts'

type Params = Record<string, unknown>

/** What `confirmSetup` and `confirmPayment` take. */
export interface ConfirmOptions {
  elements?: ElementsGroup
  clientSecret?: string
  confirmParams?: Params
  redirect?: 'always' | 'if_required'
}

export type ConfirmMethod = 'confirmPayment' | 'confirmSetup'

/** How Stripe.js tells that a deferred form was not checked first. */
export function submitFirst(method: string): string {
  return `elements.submit() must be called before ${method}. Call elements.submit() as soon as your customer presses pay, prior to any asynchronous work. Integration guide: https://stripe.com/docs/payments/accept-a-payment-deferred`
}

type MethodResult = { id?: string; error?: StripeJsError }

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
  if (elsewhere) return leaveFor(elsewhere)
  const clientSecret = String(intent.client_secret)
  await showChallenge(caller, clientSecret)
  const answer = await apiRequest(caller, 'GET', intentPath(clientSecret), { client_secret: clientSecret })
  if (answer.error) return { error: answer.error }
  if (answer.value.status === 'requires_payment_method') return { error: failedAuthentication(answer.value) }
  return intentResult(answer.value)
}

/** Has the card's frame make a payment method. */
async function methodFromElement(element: StripeElement, params: Params): Promise<MethodResult> {
  element.requireMounted()
  const answer = (await element.ask('createPaymentMethod', params)) as {
    value?: ApiObject
    error?: StripeJsError
  }
  return answer.value ? { id: answer.value.id } : { error: answer.error }
}

async function methodFromGroup(
  elements: ElementsGroup,
  given: Params,
  method: ConfirmMethod,
): Promise<MethodResult> {
  const payer = elements.payer()
  if (!payer?.mounted) {
    throw integrationError(
      `Invalid value for stripe.${method}(): elements should have a mounted Payment Element or Express Checkout Element.`,
    )
  }
  if (elements.needsSubmit && payer._componentName === 'payment')
    throw integrationError(submitFirst(`stripe.${method}()`))
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

/**
 * `confirmSetup` and `confirmPayment`. Resolves with `{ error }` for whatever goes wrong with the payment.
 * @throws IntegrationError (at once, or by rejecting) for what is wrong with the page, as Stripe.js does.
 */
export function confirmIntent(
  caller: ApiCaller,
  method: ConfirmMethod,
  options: ConfirmOptions = {},
): Promise<IntentResult> {
  checkConfirmOptions(method, { ...options })
  return confirmChecked(caller, method, options)
}

async function confirmChecked(
  caller: ApiCaller,
  confirmMethod: ConfirmMethod,
  options: ConfirmOptions,
): Promise<IntentResult> {
  const clientSecret = options.clientSecret ?? options.elements?.clientSecret
  if (!clientSecret)
    throw integrationError(`You must pass in a clientSecret when calling stripe.${confirmMethod}().`)
  const { payment_method_data: data, ...params } = options.confirmParams ?? {}
  const returnUrl = params.return_url
  if (options.elements && params.payment_method === undefined && params.confirmation_token === undefined) {
    const method = await methodFromGroup(options.elements, (data as Params | undefined) ?? {}, confirmMethod)
    if (method.error) return { error: method.error }
    params.payment_method = method.id
  } else if (data !== undefined) params.payment_method_data = data
  const confirmed = await post(caller, clientSecret, params)
  const intent = confirmed.setupIntent ?? confirmed.paymentIntent
  if (!intent) return confirmed
  const settled = await settleActions(caller, intent)
  const done = settled.setupIntent ?? settled.paymentIntent
  if (!done || options.redirect === 'if_required') return settled
  return leaveFor(returnAddress(String(returnUrl), done))
}

/**
 * `confirmCardSetup` and `confirmCardPayment`: the card from an element, a payment method, or the intent's own.
 * @throws IntegrationError (at once, or by rejecting) for what is wrong with the page.
 */
export function confirmCard(
  caller: ApiCaller,
  method: 'confirmCardPayment' | 'confirmCardSetup',
  clientSecret: unknown,
  data?: Params | StripeElement,
  options?: { handleActions?: boolean },
): Promise<IntentResult> {
  requireSecret(`stripe.${method} intent secret: value`, clientSecret)
  if (data instanceof StripeElement) {
    throw integrationError(
      `Do not pass an Element to stripe.${method}() directly.\nFor more information: https://stripe.com/docs/stripe-js/reference#stripe-confirm-card-payment`,
    )
  }
  return confirmCardChecked(caller, clientSecret, data ?? {}, options ?? {})
}

async function confirmCardChecked(
  caller: ApiCaller,
  clientSecret: string,
  data: Params,
  options: { handleActions?: boolean },
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
