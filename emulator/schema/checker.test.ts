import { expect, it } from 'vitest'
import { startTestEmulator } from '../testing/harness.ts'
import { SchemaChecker } from './checker.ts'
import { Violations } from './violations.ts'

const checker = new SchemaChecker()

async function customer(): Promise<Record<string, unknown>> {
  const emulator = await startTestEmulator()
  const made = await emulator.stripe.customers.create({ email: 'jo@example.com', metadata: { a: 'b' } })
  await emulator.stop()
  const { lastResponse: _, ...body } = made
  return JSON.parse(JSON.stringify(body)) as Record<string, unknown>
}

it('takes what Stripe would answer, and refuses a strange field, a missing one and a wrong kind of value', async () => {
  const good = await customer()
  expect(checker.answer(200, good)).toEqual([])
  expect(checker.answer(200, { ...good, nickname: 'Jo' })).toEqual([expect.stringContaining('nickname')])
  expect(checker.answer(200, { ...good, created: 'today' })).toEqual([expect.stringContaining('/created')])
  const { livemode: _, ...lacking } = good
  expect(checker.answer(200, lacking)).toEqual([expect.stringContaining("'livemode'")])
  expect(checker.answer(200, lacking, true)).toEqual([])
})

it('closes the words that the package leaves open', () => {
  const refund = {
    id: 're_1',
    object: 'refund',
    amount: 5,
    balance_transaction: null,
    charge: 'ch_1',
    created: 1,
    currency: 'usd',
  }
  const rest = {
    ...{ customer: null, customer_account: null, payment_method: null },
    metadata: {},
    payment_intent: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
  }
  expect(checker.answer(200, { ...refund, ...rest, reason: 'fraudulent', status: 'succeeded' })).toEqual([])
  const found = checker.answer(200, { ...refund, ...rest, reason: 'bored', status: 'succeeded' })
  expect(found).toEqual([expect.stringContaining('/reason')])
})

it('looks into lists, deleted objects, events and errors', async () => {
  const good = await customer()
  const list = { object: 'list', has_more: false, url: '/v1/customers' }
  expect(
    checker.answer(200, { ...list, data: [good, { id: 'cus_1', object: 'customer', deleted: true }] }),
  ).toEqual([])
  const found = checker.answer(200, { ...list, data: [good, { ...good, odd: 1 }] })
  expect(found).toEqual([expect.stringMatching(/^\/data\/1 .*odd/)])
  const event = {
    id: 'evt_1',
    object: 'event',
    api_version: 'x',
    created: 1,
    livemode: false,
    pending_webhooks: 0,
  }
  const told = {
    ...event,
    request: { id: null, idempotency_key: null },
    data: { object: { ...good, odd: 1 } },
  }
  expect(checker.answer(200, { ...told, type: 'customer.created' })).toEqual([expect.stringMatching(/odd/)])
  expect(checker.answer(200, { ...told, data: { object: good }, type: 'customer.born' })).toEqual([
    expect.stringContaining('/type'),
  ])
  expect(
    checker.answer(400, { error: { type: 'invalid_request_error', message: 'No.', param: 'a' } }),
  ).toEqual([])
  expect(checker.answer(400, { error: { type: 'odd', hint: 'x' } })).toHaveLength(2)
})

it('refuses a parameter that the package does not have, and a value of the wrong kind', () => {
  const check = (sent: Record<string, string>) =>
    checker.request('POST /v1/payment_intents/:intent/capture', sent)
  expect(check({ amount_to_capture: '100', final_capture: 'true' })).toEqual([])
  expect(check({ amount: '100' })).toEqual([expect.stringContaining('amount')])
  expect(check({ amount_to_capture: 'much' })).toEqual([expect.stringContaining('number')])
})

it('stops a test whose emulator answered in another form', () => {
  const violations = new Violations({ requests: true })
  const answer = { status: 200, headers: {}, body: '{"object":"refund","odd":1}' }
  const exchange = {
    method: 'POST',
    pathname: '/v1/refunds',
    route: '/v1/refunds',
    isPublishable: false,
    answer,
  }
  violations.look({ ...exchange, sent: { how: 'now' } })
  expect(() => violations.expectNone()).toThrow(/refund[\s\S]*how/)
})
