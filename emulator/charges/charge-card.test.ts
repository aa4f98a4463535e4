import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds, payableAccount } from '../testing/money.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

const basics = { amount: 2000, currency: 'usd' }

describe('a charge without an intent', () => {
  it('takes the money of a token at once', async () => {
    const [, before] = await funds(emulator)
    const charge = await emulator.stripe.charges.create({
      ...basics,
      source: 'tok_visa',
      description: 'Old way',
    })
    expect(charge).toMatchObject({
      ...{ status: 'succeeded', captured: true, paid: true, payment_intent: null, description: 'Old way' },
      source: { object: 'card', brand: 'Visa', last4: '4242' },
    })
    expect((await funds(emulator))[1] - before).toBe(2000 - 88)
    const refund = await emulator.stripe.refunds.create({ charge: charge.id })
    expect(refund).toMatchObject({ status: 'succeeded', amount: 2000, payment_intent: null })
  })

  it('holds it when told so, and takes a part of it once', async () => {
    const held = await emulator.stripe.charges.create({ ...basics, source: 'tok_visa', capture: false })
    expect(held).toMatchObject({ captured: false, amount_captured: 0, balance_transaction: null })
    const taken = await emulator.stripe.charges.capture(held.id, { amount: 500 })
    expect(taken).toMatchObject({ captured: true, amount_captured: 500 })
    expect((await eventTypes(emulator)).at(-1)).toBe('charge.captured')
    await expect(emulator.stripe.charges.capture(held.id)).rejects.toMatchObject({
      code: 'charge_already_captured',
    })
    await expect(
      emulator.stripe.charges.capture(
        (await emulator.stripe.charges.create({ ...basics, source: 'tok_visa', capture: false })).id,
        { amount: 2001 },
      ),
    ).rejects.toMatchObject({ code: 'amount_too_large' })
  })

  it('lets a hold go by a refund in full, of which no money moves', async () => {
    const { charges, refunds } = emulator.stripe
    const { id } = await charges.create({ ...basics, source: 'tok_visa', capture: false })
    await expect(refunds.create({ charge: id, amount: 100 })).rejects.toMatchObject({
      param: 'amount',
      message:
        'You cannot partially refund an uncaptured charge. Instead, capture the charge for an amount less than the original amount',
    })
    const refund = await refunds.create({ charge: id })
    expect(refund).toMatchObject({ status: 'succeeded', balance_transaction: null, charge: id })
    expect(await charges.retrieve(id)).toMatchObject({ refunded: true, captured: false })
    await expect(charges.capture(id)).rejects.toMatchObject({ code: 'charge_expired_for_capture' })
    await expect(refunds.create({ charge: id })).rejects.toThrow('does not have a successful charge')
  })

  it('loses a hold that nobody took', async () => {
    const { id } = await emulator.stripe.charges.create({ ...basics, source: 'tok_visa', capture: false })
    await emulator.advance(8 * 86_400)
    expect(await emulator.stripe.charges.retrieve(id)).toMatchObject({ captured: false, refunded: true })
    await expect(emulator.stripe.charges.capture(id)).rejects.toMatchObject({
      code: 'charge_expired_for_capture',
    })
  })

  it('is declined with the charge that failed', async () => {
    const refused = emulator.stripe.charges.create({
      ...basics,
      source: 'tok_chargeDeclinedInsufficientFunds',
    })
    const error = await refused.catch((reason: { charge: string; decline_code: string }) => reason)
    expect(error).toMatchObject({ statusCode: 402, decline_code: 'insufficient_funds' })
    const { charge } = error as { charge: string }
    expect(await emulator.stripe.charges.retrieve(charge)).toMatchObject({ status: 'failed', paid: false })
  })

  it('passes the money on to a connected account', async () => {
    const account = await payableAccount(emulator)
    const params = {
      ...basics,
      source: 'tok_visa',
      application_fee_amount: 200,
      transfer_data: { destination: account },
    }
    const charge = await emulator.stripe.charges.create(params)
    expect(charge).toMatchObject({
      transfer: expect.stringMatching(/^tr_/),
      application_fee: expect.stringMatching(/^fee_/),
    })
    expect((await funds(emulator, account))[1]).toBe(1800)
  })
})

describe('calls of earlier years', () => {
  /** What no package of today can say. */
  async function raw(method: string, path: string, body = '', version = '2026-10-28.endive') {
    const answer = await fetch(`${emulator.url}/v1/${path}`, {
      method,
      headers: { authorization: 'Bearer sk_test_local', 'stripe-version': version },
      ...(method === 'POST' ? { body: new URLSearchParams(body) } : {}),
    })
    return (await answer.json()) as Record<string, unknown> & { error?: { message: string } }
  }
  const written = (name: string, more = '') =>
    `${name}[object]=card&${name}[number]=4242424242424242&${name}[exp_month]=12&${name}[exp_year]=2034&${name}[cvc]=123${more}`

  it('write a card out, with its owner, and say `card` for `source`', async () => {
    const owner = '&source[name]=Jo&source[address_city]=LA&source[address_zip]=94107'
    const customer = await raw('POST', 'customers', written('source', owner), '2019-12-03')
    const shown = { name: 'Jo', address_city: 'LA', address_zip_check: 'pass', cvc_check: 'pass' }
    expect(customer).toMatchObject({ sources: { data: [shown] }, subscriptions: { data: [] } })
    const charge = await raw('POST', 'charges', `amount=900&currency=usd&customer=${String(customer.id)}`)
    expect(charge).toMatchObject({ source: shown, billing_details: { name: 'Jo', address: { city: 'LA' } } })
    expect(charge).not.toHaveProperty('refunds')
    expect(await raw('POST', 'charges', `amount=900&currency=usd&${written('card')}`)).toMatchObject({
      source: { last4: '4242' },
    })
    expect(await raw('POST', 'customers', 'card=tok_visa')).toMatchObject({ object: 'customer' })
  })

  it('refund, dispute and look at refunds by the address of the charge', async () => {
    const { charges } = emulator.stripe
    const { id } = await charges.create({ ...basics, source: 'tok_visa' })
    const other = await charges.create({ ...basics, source: 'tok_createDispute' })
    const partly = await raw('POST', `charges/${id}/refund`, 'amount=500', '2020-08-27')
    expect(partly).toMatchObject({ object: 'charge', amount_refunded: 500, refunds: { total_count: 1 } })
    const [refund] = (partly.refunds as { data: { id: string }[] }).data
    expect(await raw('POST', `charges/${id}/refunds/${refund?.id}`, 'metadata[a]=b')).toMatchObject({
      metadata: { a: 'b' },
    })
    const elsewhere = await raw('GET', `charges/${other.id}/refunds/${refund?.id}`)
    expect(elsewhere.error).toMatchObject({ code: 'resource_missing', param: 'refund' })
    const cancel = await raw('POST', `refunds/${refund?.id}/cancel`)
    expect(cancel.error?.message).toBe('Canceling this refund is unsupported.')
    expect((await raw('GET', `charges/${id}/dispute`)).error?.message).toBe(`No dispute for charge: ${id}`)
    const evidence = 'evidence[uncategorized_text]=words&submit=false'
    expect(await raw('POST', `charges/${other.id}/dispute`, evidence)).toMatchObject({
      status: 'needs_response',
    })
    expect(await raw('POST', `charges/${other.id}/dispute/close`)).toMatchObject({ status: 'lost' })
    expect(await raw('GET', `charges/${other.id}/dispute`)).toMatchObject({
      status: 'lost',
      charge: other.id,
    })
  })
})

describe('a card of a customer', () => {
  it('is saved, paid with, changed and removed; the next one becomes the default', async () => {
    const { customers, charges } = emulator.stripe
    const customer = await customers.create({ source: 'tok_visa' })
    const first = String(customer.default_source)
    const second = await customers.createSource(customer.id, { source: 'tok_mastercard' })
    expect(second).toMatchObject({ object: 'card', brand: 'MasterCard', customer: customer.id })
    expect((await customers.listSources(customer.id)).data.map(({ id }) => id)).toEqual([second.id, first])
    const paid = await charges.create({ ...basics, customer: customer.id })
    expect(paid.source).toMatchObject({ id: first })
    const changed = await customers.updateSource(customer.id, first, { name: 'Jo Doe' })
    expect(changed).toMatchObject({ name: 'Jo Doe' })
    expect(await customers.deleteSource(customer.id, first)).toMatchObject({ id: first, deleted: true })
    expect((await customers.retrieve(customer.id)) as { default_source: string }).toMatchObject({
      default_source: second.id,
    })
    const told = (await eventTypes(emulator)).filter(type => type.startsWith('customer.source.'))
    expect(told.slice(-4)).toEqual(
      ['created', 'created', 'updated', 'deleted'].map(name => `customer.source.${name}`),
    )
    await expect(charges.create({ ...basics, customer: customer.id, source: first })).rejects.toMatchObject({
      code: 'resource_missing',
    })
  })

  it('is asked for when there is none', async () => {
    const { id } = await emulator.stripe.customers.create({})
    await expect(emulator.stripe.charges.create({ ...basics, customer: id })).rejects.toMatchObject({
      statusCode: 402,
      code: 'missing',
    })
    await expect(emulator.stripe.charges.create(basics)).rejects.toMatchObject({ statusCode: 400 })
  })
})
