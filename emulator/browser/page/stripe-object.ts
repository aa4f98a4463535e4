import { type ApiCaller, apiRequest, type StripeJsError } from '../api.ts'
import { type ConfirmOptions, confirmCard, confirmIntent, settleActions, submitFirst } from './confirm.ts'
import { StripeElement } from './element.ts'
import { ElementsGroup } from './elements.ts'
import { integrationError } from './integration-error.ts'
import { retrieveIntent } from './intents.ts'
import { requireSecret } from './misuse.ts'

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
    throw integrationError(
      `You must provide a Stripe Element or a valid token type to create a Token. Valid types are: ${TOKEN_KINDS.join(', ')}.`,
    )
  }
  return named('token', apiRequest(caller, 'POST', '/v1/tokens', { [what]: data }))
}

async function methodOfGroup(elements: ElementsGroup, params: Params | undefined, method: string) {
  const payer = elements.payer()
  if (!payer?.mounted) {
    throw integrationError(
      `Invalid value for stripe.${method}(): elements should have a mounted Payment Element or Express Checkout Element.`,
    )
  }
  if (elements.needsSubmit && payer._componentName === 'payment')
    throw integrationError(submitFirst(`${method}()`))
  const billing = elements.billingDetails(params?.billing_details as Params | undefined)
  return named('paymentMethod', payer.ask('createPaymentMethod', { ...params, billing_details: billing }))
}

/** Takes an object of options, or, as older pages write it, `('card', element, data)`. */
function createPaymentMethod(caller: ApiCaller, given: unknown, element?: unknown, data: Params = {}) {
  const options =
    typeof given === 'string' ? { ...data, type: given, card: element } : ((given ?? {}) as Params)
  if (options.elements instanceof ElementsGroup) {
    return methodOfGroup(options.elements, options.params as Params | undefined, 'createPaymentMethod')
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
    const made = await methodOfGroup(elements, data as Params | undefined, 'createConfirmationToken')
    if (made.error) return made
    method = (made.paymentMethod as { id: string }).id
  }
  const body = { ...rest, payment_method: method }
  return named('confirmationToken', apiRequest(caller, 'POST', '/v1/confirmation_tokens', body))
}

/** Has the payer do what the intent waits for; an intent that waits for nothing is given back as it is. */
function handleNextAction(caller: ApiCaller, clientSecret: unknown, place: string) {
  requireSecret(place, clientSecret)
  return settleIntent(caller, clientSecret)
}

function retrieve(caller: ApiCaller, method: string, clientSecret: unknown) {
  requireSecret(`stripe.${method} intent secret: value`, clientSecret)
  return retrieveIntent(caller, clientSecret)
}

async function settleIntent(caller: ApiCaller, clientSecret: string) {
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
    confirmSetup: (given?: ConfirmOptions) => confirmIntent(caller, 'confirmSetup', given),
    confirmPayment: (given?: ConfirmOptions) => confirmIntent(caller, 'confirmPayment', given),
    confirmCardSetup: (secret: unknown, data?: Params, how?: { handleActions?: boolean }) =>
      confirmCard(caller, 'confirmCardSetup', secret, data, how),
    confirmCardPayment: (secret: unknown, data?: Params, how?: { handleActions?: boolean }) =>
      confirmCard(caller, 'confirmCardPayment', secret, data, how),
    handleNextAction: (given?: { clientSecret?: unknown }) =>
      handleNextAction(caller, given?.clientSecret, 'stripe.handleNextAction(): clientSecret'),
    handleCardAction: (secret: unknown) =>
      handleNextAction(caller, secret, 'stripe.handleCardAction intent secret: value'),
    retrieveSetupIntent: (secret: unknown) => retrieve(caller, 'retrieveSetupIntent', secret),
    retrievePaymentIntent: (secret: unknown) => retrieve(caller, 'retrievePaymentIntent', secret),
    createPaymentMethod: (given: unknown, element?: unknown, data?: Params) =>
      createPaymentMethod(caller, given, element, data),
    createConfirmationToken: (given: Params) => createConfirmationToken(caller, given ?? {}),
    createToken: (what: unknown, data?: Params) => createToken(caller, what, data),
  }
}
