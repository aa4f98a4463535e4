import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uploadDocument } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payableAccount } from '../testing/money.ts'
import { png } from '../testing/png.ts'

const require = createRequire(import.meta.url)

/** What older majors are called with; the types are the pinned package's, near enough for the calls that are made here. */
const PACKAGES: [name: string, version: string, load: () => typeof Stripe][] = [
  ['14', '2023-10-16', () => require('stripe-v14')],
  ['8', '2020-08-27', () => require('stripe-v8')],
]

describe.each(PACKAGES)('version %s of the stripe package', (major, apiVersion, load) => {
  const Package = load()
  const received: Stripe.Event[] = []
  let receiver: http.Server
  let emulator: TestEmulator
  let stripe: Stripe

  beforeAll(async () => {
    receiver = http.createServer(async (request, response) => {
      let body = ''
      for await (const part of request) body += String(part)
      const signature = String(request.headers['stripe-signature'])
      received.push(stripe.webhooks.constructEvent(body, signature, 'whsec_old'))
      response.end()
    })
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    const started = await startTestEmulator({ webhooks: [{ url, secret: 'whsec_old', connect: false }] })
    const { port } = new URL(started.url)
    const options = { host: '127.0.0.1', port: Number(port), protocol: 'http', telemetry: false, apiVersion }
    const client = (key: string) => new Package(key, options as unknown as Stripe.StripeConfig)
    stripe = client('sk_test_local')
    emulator = { ...started, stripe, browser: client('pk_test_local') }
  })
  afterAll(async () => {
    await emulator.stop()
    receiver.close()
  })

  it('opens an account, is paid for it, passes the money on, and takes it back', async () => {
    const account = await payableAccount(emulator)
    const customer = await stripe.customers.create({ email: 'old@example.com' })
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    const intent = await stripe.paymentIntents.create({
      ...{ payment_method_types: ['card'], capture_method: 'manual', confirm: true, off_session: true },
      ...{ amount: 10_000, currency: 'usd', customer: customer.id, payment_method: method.id },
      ...{ application_fee_amount: 1000, transfer_data: { destination: account } },
    } as Stripe.PaymentIntentCreateParams)
    expect(intent).toMatchObject({ status: 'requires_capture', payment_method_types: ['card'] })
    // Until 2022-11-15 an intent had its charges inside.
    const inside = (intent as unknown as { charges?: { data: { id: string; refunds: object }[] } }).charges
    const one = { id: intent.latest_charge, refunds: { object: 'list', data: [] } }
    if (major === '8') expect(inside?.data).toMatchObject([one])
    else expect(inside).toBeUndefined()
    const expand = ['latest_charge.transfer.destination_payment']
    const taken = await stripe.paymentIntents.capture(intent.id, { expand })
    expect(taken).toMatchObject({
      status: 'succeeded',
      latest_charge: { transfer: { amount: 10_000, destination_payment: { amount: 10_000 } } },
    })
    const refund = await stripe.refunds.create({
      payment_intent: intent.id,
      refund_application_fee: true,
      reverse_transfer: true,
    })
    expect(refund.status).toBe('succeeded')
    const [transfer] = (await stripe.transfers.list({ destination: account })).data
    expect(transfer).toMatchObject({ reversed: true, amount_reversed: 10_000 })
    const [fee] = (await stripe.applicationFees.list()).data
    expect(fee).toMatchObject({ amount: 1000, refunded: true })
    const balance = await stripe.balance.retrieve({}, { stripeAccount: account })
    expect(balance.pending[0]?.amount ?? 0).toBe(0)
  })

  it('uploads a file', async () => {
    // Before version 22 the package has another host for files, whatever it was told: it must be said anew.
    const local = { ...stripe, files: { create: uploadTo(stripe) } } as unknown as Stripe
    const { id } = await stripe.accounts.create({ type: 'custom', country: 'US' })
    const file = await uploadDocument(local, id, png(1200, 800, 90))
    expect(file).toMatchObject({ object: 'file', purpose: 'identity_document', type: 'png' })
  })

  it('walks through pages, of lists and of a search', async () => {
    const made: string[] = []
    for (let i = 0; i < 5; i++) {
      const amount = { amount: 1000 + i, currency: 'usd', metadata: { batch: major } }
      made.unshift((await stripe.paymentIntents.create(amount)).id)
    }
    const seen: string[] = []
    for await (const one of stripe.paymentIntents.list({ limit: 2 })) seen.push(one.id)
    expect(seen.slice(0, 5)).toEqual(made)
    const found: string[] = []
    const query = `metadata["batch"]:"${major}"`
    for await (const one of stripe.paymentIntents.search({ query, limit: 2 })) found.push(one.id)
    expect(found.sort()).toEqual([...made].sort())
    const first = await stripe.paymentIntents.list({ limit: 2 }).autoPagingToArray({ limit: 3 })
    expect(first.map(({ id }) => id)).toEqual(made.slice(0, 3))
  })

  it('knows its errors', async () => {
    const pay = {
      amount: 900,
      currency: 'usd',
      confirm: true,
      payment_method: 'pm_card_chargeDeclinedExpiredCard',
    }
    const declined = stripe.paymentIntents.create(pay)
    await expect(declined).rejects.toMatchObject({
      ...{ type: 'StripeCardError', code: 'expired_card', statusCode: 402, param: 'exp_month' },
      raw: { payment_intent: { status: 'requires_payment_method' } },
    })
    await expect(stripe.customers.retrieve('cus_none')).rejects.toMatchObject({
      ...{ type: 'StripeInvalidRequestError', code: 'resource_missing', param: 'id' },
      requestId: expect.stringMatching(/^req_/),
    })
    const once = { idempotencyKey: `once-${major}` }
    await stripe.customers.create({ name: 'Ada' }, once)
    await expect(stripe.customers.create({ name: 'Bob' }, once)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    })
  })

  it('verifies what is sent to it', async () => {
    const { id } = await stripe.customers.create({ email: 'hook@example.com' })
    await emulator.control('POST', 'webhooks/flush', { timeoutMs: 5000 })
    expect(received.map(event => (event.data.object as { id?: string }).id)).toContain(id)
    const [event] = (await stripe.events.list({ type: 'customer.created', limit: 1 })).data
    expect(event?.data.object).toMatchObject({ id })
  })
})

/** `files.create` with the host that older packages need. */
function uploadTo(stripe: Stripe) {
  return (params: Stripe.FileCreateParams, options: Stripe.RequestOptions) =>
    stripe.files.create(params, { ...options, ...{ host: '127.0.0.1' } })
}
