import type { IdMap } from './id-map.ts'
import type { JsonObject, Step } from './recording.ts'
import type { Send } from './replay.ts'
import { type Able, type Params, payableAccount } from './stand-in-account.ts'
import { cardFor, cardOf, errorOf, paramOf, word } from './stand-in-card.ts'

interface Parts extends Able {
  ids: IdMap
  /** The account on which the object is to be, in our words; null for the platform. */
  on: string | null
}

type Maker = (step: Step, parts: Parts) => Promise<unknown>

async function paymentMethod(step: Step, { send, ids, on }: Parts): Promise<unknown> {
  const number = cardFor(step)
  if (number === null) return null
  const message = String(errorOf(step)?.message)
  const isPlatforms =
    message.includes('platform-owned') ||
    (paramOf(step, 'payment_method') !== null && step.path === '/v1/payment_methods')
  const place = isPlatforms ? null : on
  // Recorded refusals of a charge come from cards that could be saved; refusals of saving them from cards that cannot.
  const isCharged = step.path.includes('/payment_intents')
  const card = isCharged && number === '4000000000000002' ? '4000000000000341' : number
  const { body } = await send('POST', '/v1/payment_methods', cardOf(card), place)
  const customer = paramOf(step, 'customer')
  const own = customer && !step.path.endsWith('/attach') ? ids.get(customer) : null
  if (own) await send('POST', `/v1/payment_methods/${body.id}/attach`, [['customer', own]], place)
  if (message.includes('previously used')) await spend(send, String(body.id), place)
  return body.id
}

/** Uses a payment method that belongs to nobody, which is its end. */
async function spend(send: Send, method: string, on: string | null): Promise<void> {
  const params: Params = [
    ['amount', '100'],
    ['currency', 'usd'],
    ['confirm', 'true'],
    ['payment_method_types[0]', 'card'],
  ]
  await send('POST', '/v1/payment_intents', [...params, ['payment_method', method]], on)
}

/** An intent in the state that the step needs: before a confirmation or a capture, or as it was read. */
async function paymentIntent(step: Step, parts: Parts): Promise<unknown> {
  const { send, on } = parts
  const { response } = step
  const act = step.path.split('/')[4] ?? ''
  const status = word(response, 'status')
  const params: Params = [
    ['amount', word(response, 'amount') ?? '1000'],
    ['currency', word(response, 'currency') ?? 'usd'],
    ['capture_method', word(response, 'capture_method') ?? (act === 'capture' ? 'manual' : 'automatic')],
    ['payment_method_types[0]', 'card'],
    ['payment_method', String(await paymentMethod(step, parts))],
  ]
  const isConfirmed =
    act === 'capture' ||
    (act === '' && ['succeeded', 'requires_capture', 'requires_action'].includes(status ?? ''))
  if (isConfirmed) params.push(['confirm', 'true'])
  const { body } = await send('POST', '/v1/payment_intents', params, on)
  const isCanceled = act === '' && status === 'canceled'
  const wasCanceled = act === 'cancel' && String(errorOf(step)?.message).includes('status of canceled')
  if (isCanceled || wasCanceled) await send('POST', `/v1/payment_intents/${body.id}/cancel`, [], on)
  return body.id
}

/** How much was charged, as far as the step tells: it read the charge, refunded all of it, or asked for more than there was. */
function amountOf(step: Step): string {
  const isRead = step.method === 'GET' && step.path.startsWith('/v1/charges/')
  if (isRead) return word(step.response, 'amount') ?? '1000'
  const most = /unrefunded amount on charge \(\$([\d.]+)\)/.exec(String(errorOf(step)?.message))?.[1]
  if (most) return String(Math.round(Number(most) * 100))
  return word(step.response, 'amount') ?? paramOf(step, 'amount') ?? '1000'
}

/** The card of a charge that was read or refunded. */
function chargedCard(step: Step): string {
  if (errorOf(step)?.code === 'charge_disputed') return 'pm_card_createDispute'
  if (step.response.status === 'failed' && step.response.object === 'charge')
    return 'pm_card_chargeCustomerFail'
  return JSON.stringify(step.response).includes('"status":"available"')
    ? 'pm_card_bypassPending'
    : 'pm_card_visa'
}

/** The account that a charge went to: the one that the story knows, or a new one. */
async function destinationOf(step: Step, parts: Parts): Promise<string> {
  const data = step.response.transfer_data as JsonObject | null | undefined
  const recorded = word(step.response, 'destination') ?? word(data ?? {}, 'destination')
  const known = recorded === null ? null : parts.ids.get(recorded)
  if (known) return known
  const made = await payableAccount(parts, 'US')
  if (recorded !== null) parts.ids.set(recorded, made)
  return made
}

/** A charge as the step read it, or one to refund as it was refunded. */
async function charge(step: Step, parts: Parts): Promise<unknown> {
  const { send, on } = parts
  const params: Params = [
    ['amount', amountOf(step)],
    ['currency', word(step.response, 'currency') ?? 'usd'],
    ['payment_method_types[0]', 'card'],
    ['payment_method', chargedCard(step)],
    ['confirm', 'true'],
  ]
  const hasTransfer = paramOf(step, 'reverse_transfer') === 'true' || word(step.response, 'transfer') !== null
  if (hasTransfer && on === null)
    params.push(['transfer_data[destination]', await destinationOf(step, parts)])
  const fee = word(step.response, 'application_fee_amount')
  if (fee !== null) params.push(['application_fee_amount', fee])
  else if (paramOf(step, 'refund_application_fee') === 'true') params.push(['application_fee_amount', '10'])
  const { body } = await send('POST', '/v1/payment_intents', params, on)
  const error = body.error as JsonObject | undefined
  const id = String(body.latest_charge ?? error?.charge ?? '')
  const refunded = step.method === 'GET' ? word(step.response, 'amount_refunded') : null
  if (errorOf(step)?.code === 'charge_already_refunded')
    await send('POST', '/v1/refunds', [['charge', id]], on)
  else if (refunded !== null && refunded !== '0')
    await send(
      'POST',
      '/v1/refunds',
      [
        ['charge', id],
        ['amount', refunded],
      ],
      on,
    )
  return id || null
}

/** Customers and cards of the platform are copied to an account by naming them there. */
const isCopied = ({ path }: Step): boolean => path === '/v1/tokens' || path === '/v1/payment_methods'

const MAKERS: Record<string, Maker> = {
  acct: (step, parts) =>
    payableAccount(
      parts,
      (word(step.response, 'object') === 'account' && word(step.response, 'country')) || 'US',
      step,
    ),
  cus: async (step, { send, on }) =>
    (await send('POST', '/v1/customers', [], isCopied(step) ? null : on)).body.id,
  pm: paymentMethod,
  pi: paymentIntent,
  ch: charge,
}

/**
 * Makes an object in place of one that a recording refers to and did not record being made, in the state that the recorded answer implies.
 * Only for kinds of which one can be made so. Returns whether there is one now.
 */
export async function standIn(recorded: string, step: Step, parts: Omit<Parts, 'on'>): Promise<boolean> {
  const make = MAKERS[recorded.split('_')[0] ?? '']
  if (!make) return false
  const on = step.account === null || recorded === step.account ? null : parts.ids.get(step.account)
  const id = await make(step, { ...parts, on })
  if (typeof id !== 'string') return false
  parts.ids.set(recorded, id)
  return true
}
