import { type ApiCaller, apiRequest, type StripeJsError } from '../api.ts'
import { type ConfirmOptions, confirmCard, confirmIntent, settleActions } from './confirm.ts'
import { StripeElement } from './element.ts'
import { ElementsGroup } from './elements.ts'
import { retrieveIntent } from './intents.ts'

type Params = Record<string, unknown>

/** Names a result's object the way the method at hand promises it. */
async function named(name: string, work: Promise<unknown>): Promise<Record<string, unknown>> {
  const { value, error } = (await work) as { value?: unknown; error?: StripeJsError }
  return error ? { error } : { [name]: value }
}

const TOKEN_KINDS = ['bank_account', 'account', 'person', 'pii']

function createToken(caller: ApiCaller, what: unknown, data: Params = {}) {
  if (what instanceof StripeElement) return named('token', what.ask('createToken', data))
  if (typeof what !== 'string' || !TOKEN_KINDS.includes(what)) {
    const message = `createToken needs an element or one of: ${TOKEN_KINDS.join(', ')}.`
    return Promise.resolve({ error: { type: 'invalid_request_error', message } })
  }
  return named('token', apiRequest(caller, 'POST', '/v1/tokens', { [what]: data }))
}

function createPaymentMethod(caller: ApiCaller, options: Params) {
  if (options.elements instanceof ElementsGroup) {
    const { elements, params } = options as { elements: ElementsGroup; params?: Params }
    const billing = elements.billingDetails(params?.billing_details as Params | undefined)
    const asked = elements.payer()?.ask('createPaymentMethod', { ...params, billing_details: billing })
    return named('paymentMethod', asked ?? Promise.resolve({ error: { type: 'invalid_request_error' } }))
  }
  const { type, card, ...rest } = options
  if (card instanceof StripeElement) return named('paymentMethod', card.ask('createPaymentMethod', rest))
  return named('paymentMethod', apiRequest(caller, 'POST', '/v1/payment_methods', { type, card, ...rest }))
}

async function createConfirmationToken(caller: ApiCaller, options: Params) {
  const { elements, payment_method: given, params = {} } = options as Params & { params?: Params }
  const { payment_method_data: data, ...rest } = params as Params
  let method = given
  if (elements instanceof ElementsGroup) {
    const made = await createPaymentMethod(caller, { elements, params: data })
    if (made.error) return made
    method = (made.paymentMethod as { id: string }).id
  }
  const body = { ...rest, payment_method: method }
  return named('confirmationToken', apiRequest(caller, 'POST', '/v1/confirmation_tokens', body))
}

async function handleNextAction(caller: ApiCaller, clientSecret: string) {
  const found = await retrieveIntent(caller, clientSecret)
  const intent = found.setupIntent ?? found.paymentIntent
  return intent ? settleActions(caller, intent) : found
}

/** The object that calling `Stripe(publishableKey, options)` gives. */
export function createStripe(origin: string, key: string, options: { stripeAccount?: string } = {}) {
  const caller: ApiCaller = { origin, key, account: options.stripeAccount }
  return {
    _registerWrapper() {},
    registerAppInfo() {},
    elements: (given: Params = {}) => new ElementsGroup(caller, given ?? {}),
    confirmSetup: (given: ConfirmOptions) => confirmIntent(caller, given),
    confirmPayment: (given: ConfirmOptions) => confirmIntent(caller, given),
    confirmCardSetup: (secret: string, data?: Params, how?: { handleActions?: boolean }) =>
      confirmCard(caller, secret, data, how),
    confirmCardPayment: (secret: string, data?: Params, how?: { handleActions?: boolean }) =>
      confirmCard(caller, secret, data, how),
    handleNextAction: (given: { clientSecret: string }) => handleNextAction(caller, given.clientSecret),
    handleCardAction: (clientSecret: string) => handleNextAction(caller, clientSecret),
    retrieveSetupIntent: (clientSecret: string) => retrieveIntent(caller, clientSecret),
    retrievePaymentIntent: (clientSecret: string) => retrieveIntent(caller, clientSecret),
    createPaymentMethod: (given: Params) => createPaymentMethod(caller, given),
    createConfirmationToken: (given: Params) => createConfirmationToken(caller, given),
    createToken: (what: unknown, data?: Params) => createToken(caller, what, data),
  }
}
