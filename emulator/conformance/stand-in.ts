import type { IdMap } from './id-map.ts'
import type { JsonObject, Step } from './recording.ts'
import type { Answered, Send } from './replay.ts'

interface Parts {
  send: Send
  ids: IdMap
}

type Params = [string, string][]

const CARD: Params = [
  ['type', 'card'],
  ['card[number]', '4242424242424242'],
  ['card[exp_month]', '12'],
  ['card[exp_year]', '2034'],
  ['card[cvc]', '123'],
]

/** What the recorded answer says that the object is; the only thing known of an object that nobody was recorded to make. */
const word = (response: JsonObject, name: string): string | null =>
  typeof response[name] === 'string' || typeof response[name] === 'number' ? String(response[name]) : null

async function paymentMethod(step: Step, { send, ids }: Parts, account: string | null): Promise<Answered> {
  const made = await send('POST', '/v1/payment_methods', CARD, account)
  const customer = step.params.find(([name]) => name === 'customer')?.[1]
  const own = customer && !step.path.endsWith('/attach') ? ids.get(customer) : null
  if (own) await send('POST', `/v1/payment_methods/${made.body.id}/attach`, [['customer', own]], account)
  return made
}

/** The card that leads to a recorded refusal of a confirmation. */
function cardFor(step: Step): string {
  const error = step.response.error as JsonObject | undefined
  const code = String(error?.decline_code ?? error?.code ?? '')
  const cards: Record<string, string> = {
    generic_decline: 'pm_card_chargeDeclined',
    insufficient_funds: 'pm_card_chargeDeclinedInsufficientFunds',
    incorrect_cvc: 'pm_card_chargeDeclinedIncorrectCvc',
    expired_card: 'pm_card_chargeDeclinedExpiredCard',
    fraudulent: 'pm_card_chargeDeclinedFraudulent',
  }
  if (step.response.status === 'requires_action') return 'pm_card_authenticationRequired'
  return error ? (cards[code] ?? 'pm_card_chargeDeclined') : 'pm_card_visa'
}

/** An intent in the state that the step needs: before a confirmation or a capture, or as it was read. */
async function paymentIntent(step: Step, { send }: Parts, account: string | null): Promise<Answered> {
  const { response } = step
  const act = step.path.split('/')[4] ?? ''
  const status = word(response, 'status')
  const params: Params = [
    ['amount', word(response, 'amount') ?? '1000'],
    ['currency', word(response, 'currency') ?? 'usd'],
    ['capture_method', word(response, 'capture_method') ?? (act === 'capture' ? 'manual' : 'automatic')],
    ['payment_method_types[0]', 'card'],
    ['payment_method', cardFor(step)],
  ]
  const isConfirmed =
    act === 'capture' ||
    (act === '' && ['succeeded', 'requires_capture', 'requires_action'].includes(status ?? ''))
  if (isConfirmed) params.push(['confirm', 'true'])
  const made = await send('POST', '/v1/payment_intents', params, account)
  if (act === '' && status === 'canceled')
    await send('POST', `/v1/payment_intents/${made.body.id}/cancel`, [], account)
  return made
}

/** A charge as the step read it, or one to refund. Our id for it is the charge's own. */
async function charge(step: Step, { send }: Parts, account: string | null): Promise<Answered> {
  const asked = step.path.includes('/charges/') && step.method === 'GET' ? step.response : {}
  const amount = word(asked, 'amount') ?? step.params.find(([name]) => name === 'amount')?.[1] ?? '1000'
  const currency = word(asked, 'currency') ?? word(step.response, 'currency') ?? 'usd'
  const params: Params = [
    ['amount', amount],
    ['currency', currency],
    ['payment_method_types[0]', 'card'],
    ['payment_method', 'pm_card_visa'],
    ['confirm', 'true'],
  ]
  const made = await send('POST', '/v1/payment_intents', params, account)
  return { status: made.status, body: { id: made.body.latest_charge ?? null } }
}

function account(step: Step, { send }: Parts): Promise<Answered> {
  const country = word(step.response, 'object') === 'account' ? word(step.response, 'country') : null
  return send(
    'POST',
    '/v1/accounts',
    [
      ['type', 'custom'],
      ['country', country ?? 'US'],
    ],
    null,
  )
}

const MAKERS: Record<string, (step: Step, parts: Parts, account: string | null) => Promise<Answered>> = {
  acct: account,
  cus: (_, { send }, on) => send('POST', '/v1/customers', [], on),
  pm: paymentMethod,
  pi: paymentIntent,
  ch: charge,
}

/**
 * Makes an object in place of one that a recording refers to and did not record being made. Only for kinds of which a plain one will do.
 * Returns whether there is one now.
 */
export async function standIn(recorded: string, step: Step, parts: Parts): Promise<boolean> {
  const make = MAKERS[recorded.split('_')[0] ?? '']
  if (!make) return false
  const on = step.account === null || recorded === step.account ? null : parts.ids.get(step.account)
  const { body } = await make(step, parts, on)
  if (typeof body.id !== 'string') return false
  parts.ids.set(recorded, body.id)
  return true
}
