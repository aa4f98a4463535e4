import type { Step } from './recording.ts'
import type { Send } from './replay.ts'

export type Params = [name: string, value: string][]

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

const DETAILS: Params = [
  ['type', 'custom'],
  ['business_type', 'individual'],
  ['business_profile[mcc]', '5734'],
  ['business_profile[url]', 'https://shop.example.com'],
  ['capabilities[card_payments][requested]', 'true'],
  ['capabilities[transfers][requested]', 'true'],
  ['tos_acceptance[date]', '1600000000'],
  ['tos_acceptance[ip]', '192.0.2.1'],
  ['individual[first_name]', 'Jo'],
  ['individual[last_name]', 'Doe'],
  ['individual[email]', 'jo@example.com'],
  ['individual[phone]', '0000000000'],
  ['individual[dob][day]', '1'],
  ['individual[dob][month]', '1'],
  ['individual[dob][year]', '1902'],
  ['individual[address][line1]', 'address_full_match'],
  ['individual[address][city]', 'Springfield'],
  ['individual[address][state]', 'CA'],
  ['individual[address][postal_code]', '94107'],
  ['individual[id_number]', '000000000'],
  ['individual[verification][document][front]', 'file_identity_document_success'],
  ['individual[verification][additional_document][front]', 'file_identity_document_success'],
  ['external_account[object]', 'bank_account'],
  ['external_account[country]', 'US'],
  ['external_account[currency]', 'usd'],
  ['external_account[routing_number]', '110000000'],
  ['external_account[account_number]', '000123456789'],
  ['settings[payouts][schedule][interval]', 'manual'],
]

/** What it takes to make an account. */
export interface Able {
  send: Send
  /** Lets the clock go on, by seconds. */
  wait(seconds: number): Promise<void>
}

/**
 * An account that may be paid, with money if the step pays out from it. One of another country than the United States is opened without
 * details: which ones it would need is not known here.
 */
export async function payableAccount({ send, wait }: Able, country: string, step?: Step): Promise<string> {
  const isPlain = country !== 'US' || step?.path.startsWith('/v1/accounts') === true
  const type = step?.path.endsWith('/persons') ? 'company' : 'individual'
  const plain: Params = [
    ['type', 'custom'],
    ['country', country],
    ['business_type', type],
  ]
  const params: Params = isPlain ? plain : [...DETAILS, ['country', country]]
  const { body } = await send('POST', '/v1/accounts', params, null)
  const id = String(body.id)
  if (!isPlain) await wait(60)
  const needsMoney = step?.path === '/v1/payouts' || (step?.path === '/v1/transfers' && step.account !== null)
  if (!needsMoney || !step || step.status >= 400) return id
  const amount = step.params.find(([name]) => name === 'amount')?.[1] ?? '1000'
  await send(
    'POST',
    '/v1/transfers',
    [
      ['amount', amount],
      ['currency', 'usd'],
      ['destination', id],
    ],
    null,
  )
  return id
}
