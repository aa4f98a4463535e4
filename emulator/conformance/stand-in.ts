import type { IdMap } from './id-map.ts'
import type { JsonObject, Step } from './recording.ts'
import type { Answered, Send } from './replay.ts'

interface Parts {
  send: Send
  ids: IdMap
}

type Params = [string, string][]

const cardOf = (number: string): Params => [
  ['type', 'card'],
  ['card[number]', number],
  ['card[exp_month]', '12'],
  ['card[exp_year]', '2034'],
  ['card[cvc]', '123'],
]

/** Gives the platform available money. */
export async function fund(send: Send, currency: string): Promise<void> {
  const params: Params = [
    ['amount', '90000000'],
    ['currency', currency],
    ['confirm', 'true'],
    ['payment_method_types[0]', 'card'],
  ]
  await send('POST', '/v1/payment_intents', [...params, ['payment_method', 'pm_card_bypassPending']], null)
}

/** What the recorded answer says that the object is; the only thing known of an object that nobody was recorded to make. */
const word = (response: JsonObject, name: string): string | null =>
  typeof response[name] === 'string' || typeof response[name] === 'number' ? String(response[name]) : null

async function paymentMethod(step: Step, { send, ids }: Parts, account: string | null): Promise<Answered> {
  const number = cardFor(step)
  if (number === null) return { status: 404, body: {} }
  // A card that cannot be saved is only charged in these recordings: this one fails when it is charged.
  const isSaved = step.params.some(([name]) => name === 'customer')
  const card = isSaved && number === '4000000000000002' ? '4000000000000341' : number
  const made = await send('POST', '/v1/payment_methods', cardOf(card), account)
  const customer = step.params.find(([name]) => name === 'customer')?.[1]
  const own = customer && !step.path.endsWith('/attach') ? ids.get(customer) : null
  if (own) await send('POST', `/v1/payment_methods/${made.body.id}/attach`, [['customer', own]], account)
  return made
}

/** The test card that leads to the recorded outcome; null when there is none. */
function cardFor(step: Step): string | null {
  const error = step.response.error as JsonObject | undefined
  if (step.response.status === 'requires_action') return '4000002760003184'
  if (error?.type !== 'card_error') return '4242424242424242'
  const codes: Record<string, string> = {
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
  const [code, declineCode] = [String(error.code), String(error.decline_code)]
  return (
    codes[declineCode === 'generic_decline' ? code : declineCode] ?? codes[declineCode] ?? codes[code] ?? null
  )
}

/** An intent in the state that the step needs: before a confirmation or a capture, or as it was read. */
async function paymentIntent(step: Step, parts: Parts, account: string | null): Promise<Answered> {
  const { send } = parts
  const { response } = step
  const act = step.path.split('/')[4] ?? ''
  const status = word(response, 'status')
  const params: Params = [
    ['amount', word(response, 'amount') ?? '1000'],
    ['currency', word(response, 'currency') ?? 'usd'],
    ['capture_method', word(response, 'capture_method') ?? (act === 'capture' ? 'manual' : 'automatic')],
    ['payment_method_types[0]', 'card'],
    ['payment_method', String((await paymentMethod(step, parts, account)).body.id)],
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
