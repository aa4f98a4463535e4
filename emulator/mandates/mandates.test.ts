import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerChallenge, cardOf, PLAIN } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { rawCaller } from '../testing/refusals.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const online = { ip_address: '203.0.113.7', user_agent: 'Netscape 4' }
const ACCEPTED = { customer_acceptance: { type: 'online', online, accepted_at: 1_700_000_000 } } as const
const OFFLINE = { customer_acceptance: { type: 'offline' } } as const

it('are made when a card is saved, pay later, and end with the card', async () => {
  const customer = (await stripe.customers.create()).id
  const method = (await stripe.paymentMethods.attach('pm_card_visa', { customer })).id
  const set = await stripe.setupIntents.create({
    ...{ customer, payment_method: method, confirm: true, mandate_data: ACCEPTED, expand: ['mandate'] },
  })
  expect(set).toMatchObject({ status: 'succeeded', single_use_mandate: null })
  const mandate = set.mandate as Stripe.Mandate
  expect(mandate).toEqual({
    ...{ id: expect.stringMatching(/^mandate_/), object: 'mandate', livemode: false },
    ...{ payment_method: method, payment_method_details: { card: {}, type: 'card' } },
    ...{ customer_acceptance: { accepted_at: 1_700_000_000, online, type: 'online' } },
    ...{ multi_use: {}, status: 'active', type: 'multi_use' },
  })
  const pay = { ...PLAIN, customer, payment_method: method, off_session: true, mandate: mandate.id }
  const paid = await stripe.paymentIntents.create({ ...pay, expand: ['latest_charge'] })
  expect(paid.latest_charge).toMatchObject({ payment_method_details: { card: { mandate: mandate.id } } })
  const plain = await stripe.setupIntents.create({ customer, payment_method: method, confirm: true })
  expect(plain.mandate).toBeNull()

  await stripe.paymentMethods.detach(method)
  expect(await stripe.mandates.retrieve(mandate.id)).toMatchObject({ status: 'inactive' })
  const { data: events } = await stripe.events.list({ limit: 2 })
  expect(events.map(({ type }) => type)).toEqual(['payment_method.detached', 'mandate.updated'])
  expect(events[1]?.data).toMatchObject({
    object: { id: mandate.id, status: 'inactive' },
    previous_attributes: { status: 'active' },
  })
  const other = (await stripe.paymentMethods.attach('pm_card_visa', { customer })).id
  await expect(stripe.paymentIntents.create({ ...pay, payment_method: other })).rejects.toMatchObject({
    ...{ code: 'payment_intent_mandate_invalid', param: 'mandate' },
  })
  const last = await stripe.setupIntents.create({
    ...{ customer, payment_method: other, confirm: true, mandate_data: OFFLINE },
  })
  await stripe.customers.del(customer)
  expect(await stripe.mandates.retrieve(String(last.mandate))).toMatchObject({
    ...{ status: 'inactive', customer_acceptance: { offline: {}, type: 'offline' } },
  })
})

it('wait for the bank, and say of browsers where they are', async () => {
  const customer = (await stripe.customers.create()).id
  const { id, client_secret } = await stripe.setupIntents.create({ customer })
  const infer = { customer_acceptance: { type: 'online', online: { infer_from_client: true } } }
  const confirm = async (mandate_data: object | undefined) => {
    const card = await cardOf(emulator, '4000002500003155')
    return emulator.browser.setupIntents.confirm(id, {
      ...{ payment_method: card.id, client_secret: client_secret ?? '', mandate_data },
    } as Stripe.SetupIntentConfirmParams)
  }
  expect(await confirm(infer)).toMatchObject({ status: 'requires_action', mandate: null })
  await answerChallenge(emulator, client_secret, 'fail')
  // The next attempt accepts nothing, unless it says so itself.
  await confirm(undefined)
  expect(emulator.engine.store.row('_permission', id)).toBeUndefined()
  await answerChallenge(emulator, client_secret, 'fail')
  await confirm(infer)
  await answerChallenge(emulator, client_secret, 'complete')
  const done = await stripe.setupIntents.retrieve(id, { expand: ['mandate'] })
  const { customer_acceptance: accepted } = done.mandate as Stripe.Mandate
  expect(accepted).toMatchObject({
    type: 'online',
    online: { user_agent: expect.stringContaining('Stripe') },
  })
  expect(accepted.online?.ip_address).toContain('127.0.0.1')
  expect(accepted.accepted_at).toBeGreaterThan(1_700_000_000)
})

it('are for one payment, unless that payment saves the card', async () => {
  const customer = (await stripe.customers.create()).id
  const mandateOf = async (extra: Partial<Stripe.PaymentIntentCreateParams>) => {
    const sent = { ...PLAIN, customer, payment_method: 'pm_card_visa', expand: ['latest_charge'], ...extra }
    const { latest_charge: charge } = await stripe.paymentIntents.create(sent)
    const named = (charge as Stripe.Charge).payment_method_details?.card?.mandate
    return named ? stripe.mandates.retrieve(String(named)) : null
  }
  expect(await mandateOf({})).toBeNull()
  expect(await mandateOf({ mandate_data: ACCEPTED })).toMatchObject({
    ...{ type: 'single_use', status: 'inactive', single_use: { amount: 2000, currency: 'usd' } },
  })
  const saved = { mandate_data: ACCEPTED, setup_future_usage: 'off_session' } as const
  expect(await mandateOf(saved)).toMatchObject({ type: 'multi_use', status: 'active' })
  const token = await emulator.stripe.testHelpers.confirmationTokens.create({
    ...({ payment_method: 'pm_card_visa', mandate_data: ACCEPTED } as object),
  })
  expect(token.mandate_data).toEqual({ customer_acceptance: { online, type: 'online' } })
  const byToken = await mandateOf({ confirmation_token: token.id, payment_method: undefined as never })
  expect(byToken).toMatchObject({ type: 'single_use', customer_acceptance: { online } })
})

it('say how they were accepted', async () => {
  const api = rawCaller(emulator)
  const basics = 'amount=500&currency=usd&payment_method=pm_card_visa'
  const [pay, set] = [`${basics}&confirm=true`, 'payment_method=pm_card_visa&confirm=true']
  const at = 'mandate_data[customer_acceptance]'
  const one = `${at}[type]=online&${at}[online][ip_address]=1.2.3.4`
  const missing = (param: string) => `parameter_missing | ${param} | Missing required param: ${param}.`
  await api.refused(`
    payment_intents | ${pay}&mandate_data[x]=1 | parameter_unknown | mandate_data[x] | Received unknown parameter: mandate_data[x]
    payment_intents | ${pay}&${at}[accepted_at]=5 | ${missing(`${at}[type]`)}
    payment_intents | ${pay}&${at}[type]=oral | - | ${at}[type] | Invalid ${at}[type]: must be one of offline or online
    setup_intents | ${set}&${at}[type]=online | ${missing(`${at}[online]`)}
    setup_intents | ${set}&${one} | ${missing(`${at}[online][user_agent]`)}
    setup_intents | payment_method=pm_card_visa&${at}[type]=offline | - | mandate_data | You cannot pass \`mandate_data\` when creating a SetupIntent unless \`confirm\` is set to true.
    payment_intents | ${basics}&${at}[type]=offline | - | mandate_data | You cannot pass \`mandate_data\` when creating a PaymentIntent unless \`confirm\` is set to true.
    payment_intents | ${pay}&mandate=mandate_x | resource_missing | mandate | No such mandate: 'mandate_x'
    payment_intents | ${pay}&mandate=mandate_x&${at}[type]=offline | - | mandate | You may only specify one of these parameters: mandate, mandate_data.`)
  await api.refused(`GET mandates/x | - | resource_missing | id | No such mandate: 'x'`, 404)
  expect(await api.made('setup_intents', `${set}&mandate_data=`)).toMatchObject({ mandate: null })
})
