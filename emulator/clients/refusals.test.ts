import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { rawCaller } from '../testing/refusals.ts'

/** What Stripe was seen to answer to wrong requests, word for word. */

let emulator: TestEmulator
let api: ReturnType<typeof rawCaller>
beforeAll(async () => {
  emulator = await startTestEmulator()
  api = rawCaller(emulator)
})
afterAll(() => emulator.stop())

it('refuses parameters', async () => {
  await api.refused(`
    payment_intents | currency=usd | parameter_missing | amount | Missing required param: amount.
    payment_intents | amount=99.5&currency=usd | parameter_invalid_integer | amount | Invalid integer: 99.5
    payment_intents | amount=-5&currency=usd | - | amount | Invalid non-negative integer
    payment_intents | amount=0&currency=usd | parameter_invalid_integer | amount | The amount must be greater than or equal to the minimum charge amount allowed for your account and the currency set…
    payment_intents | amount=49&currency=usd | amount_too_small | amount | Amount must be at least $0.50 usd
    payment_intents | amount=29&currency=gbp | amount_too_small | amount | Amount must be at least £0.30 gbp
    payment_intents | amount=100&currency=usd&foo=1 | parameter_unknown | foo | Received unknown parameter: foo
    payment_intents | amount=100&currency=usd&automatic_payment_methods[enabled]=true&confirmation_method=manual | - | automatic_payment_methods | You may only specify one of these parameters: automatic_payment_methods, confirmation_method.
    payment_intents | amount=100&currency=usd&payment_method_types[]=nope | payment_intent_invalid_parameter | payment_method_types | The payment method type "nope" is invalid. Please ensure the provided type is activated in your dashboard…
    payment_intents | amount=100&currency=xxx | - | currency | Invalid currency: xxx. Stripe currently supports these currencies: usd, aed, afn,…
    payment_intents | amount=100&currency= | parameter_invalid_empty | currency | You passed an empty string for 'currency'. We assume empty values are an attempt to unset a parameter; however 'currency' cannot be unset. You should remove 'currency' from your request or supply a non-empty value.
    payment_intents | amount=100&currency=usd&payment_method_types[]=card&payment_method_types[]=nope | payment_intent_invalid_parameter | payment_method_types | The payment method type "nope" is invalid. Please…
    setup_intents | payment_method_types[]=card&payment_method_types[]=nope | setup_intent_invalid_parameter | payment_method_types | The payment method type "nope" is invalid. Please…
    setup_intents | allowed_payment_method_types[]=bacs_debit | setup_intent_invalid_parameter | allowed_payment_method_types | The payment method type "bacs_debit" is invalid. Please…
    transfers | amount=0&currency=usd&destination=acct_x | parameter_invalid_integer | amount | This value must be greater than or equal to 1.
    transfers | currency=usd&destination=acct_x | parameter_missing | amount | Missing required param: amount.
    transfers | amount=5&currency=usd&destination=acct_x | resource_missing | destination | No such destination: 'acct_x'
    charges | amount=100&currency=usd | parameter_missing | - | Must provide source or customer.
    charges | amount=-9&currency=usd&source=tok_visa | parameter_invalid_integer | amount | Invalid positive integer
    charges | amount=99&currency=usd&source=no | resource_missing | source | No such token: 'no'
    customers | email=nope | email_invalid | email | Invalid email address: nope
    customers | tax_exempt=x | - | tax_exempt | Invalid tax_exempt: must be one of none, reverse, or exempt
    customers | name=${'n'.repeat(257)} | - | name | Invalid string: nnnn...nnnn; must be at most 256 characters
    customers | phone=${'1'.repeat(21)} | - | phone | Invalid string length: ${'1'.repeat(21)} must be at most 20 characters
    customers | invoice_prefix=a_ | - | - | Invoice number prefix must be 1–12 uppercase letters or numbers.
    payment_methods | type=card&card[token]=pm_card_visa | - | token | Invalid token id: pm_card_visa
    payment_methods | type=card&card[number]=4242424242424242 | parameter_missing | card[exp_month] | Missing required param: card[exp_month].
    payouts | amount=0&currency=usd | parameter_invalid_integer | amount | This value must be greater than or equal to 1.
    webhook_endpoints | url=http://a.b&enabled_events[]=foo | - | enabled_events[0] | Invalid enabled_events[0]: must be one of *,…
    webhook_endpoints | url=http://a.b&enabled_events[]=*&api_version=x | - | api_version | Invalid Stripe API version: x
    customer_sessions | - | parameter_missing | customer | Missing required param: customer.
    refunds | - | - | - | One of the following params should be provided for this request: payment_intent or charge.`)
})

it('refuses what a payment method is not for', async () => {
  const own = (await api.made('customers')).id
  const other = await api.made('customers', 'address[country]=us')
  expect(other.address).toMatchObject({ country: 'US' })
  const { id } = await api.made('payment_methods', 'type=card&card[token]=tok_visa')
  await api.refused(`
    payment_methods/${id}/attach | - | parameter_missing | - | Must provide customer or customer_account.
    payment_methods/${id}/attach | customer=cus_x | resource_missing | customer | No such customer: 'cus_x'
    payment_methods/${id}/detach | - | - | - | The payment method you provided is not attached to a customer so detachment is impossible.
    payment_methods | type=card&card[token]=tok_visa&customer=${own} | - | - | You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod…`)
  const attached = await api.made(`payment_methods/${id}/attach`, `customer=${own}`)
  expect(attached).toMatchObject({ customer: own, card: { checks: { cvc_check: 'pass' } } })
  const foreign = `The PaymentMethod ${id} does not belong to the Customer you supplied ${other.id}. Please use this PaymentMethod with the Customer that it belongs to instead.`
  const include = `belongs to the Customer ${own}. Please include the Customer in the \`customer\` parameter on the`
  const basics = 'amount=900&currency=usd'
  await api.refused(`
    payment_intents | ${basics}&customer=${other.id}&payment_method=${id} | - | payment_method | ${foreign}
    setup_intents | customer=${other.id}&payment_method=${id} | - | payment_method | ${foreign}
    payment_intents | ${basics}&payment_method=${id} | parameter_missing | source | The \`payment_method\` parameter supplied ${id} ${include} PaymentIntent.
    setup_intents | payment_method=${id} | - | payment_method | The payment method supplied (${id}) ${include} SetupIntent.
    payment_intents | ${basics}&customer=${own}&confirm=true | payment_intent_unexpected_state | - | You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent with ${own}, specify a payment method attached to this customer along with the customer ID.`)
  await api.made(`payment_methods/${id}/detach`)
  await api.refused(`
    payment_methods/${id}/attach | customer=${own} | - | - | This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.`)
  await api.refused(
    `charges | ${basics}&customer=${own} | missing | card | This Customer doesn't have any saved payment details. Attach…`,
    402,
  )
})

it('refuses what a payment is past, and shows the payment', async () => {
  const basics = 'amount=2000&currency=usd&payment_method=pm_card_visa&confirm=true'
  const paid = await api.made('payment_intents', basics)
  const held = await api.made('payment_intents', `${basics}&capture_method=manual`)
  const open = (await api.made('payment_intents', 'amount=500&currency=usd')).id
  const [taken, charge] = [String(paid.latest_charge), String(held.latest_charge)]
  const uncaptured = `This uncaptured Charge was created by a PaymentIntent (${held.id}).`
  const state = 'payment_intent_unexpected_state'
  await api.refused(`
    payment_intents/${paid.id}/confirm | - | ${state} | - | You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.
    payment_intents/${paid.id}/capture | - | ${state} | - | This PaymentIntent could not be captured because it has already been captured.
    payment_intents/${paid.id}/cancel | - | ${state} | - | You cannot cancel this PaymentIntent because it has a status of succeeded. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing.
    payment_intents/${paid.id} | amount=3000 | ${state} | amount | This PaymentIntent's amount could not be updated because it has a status of succeeded. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action.
    payment_intents/${open}/capture | - | ${state} | - | This PaymentIntent could not be captured because it has a status of requires_payment_method. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.
    payment_intents/${held.id}/capture | amount_to_capture=-1 | - | amount_to_capture | Invalid non-negative integer
    payment_intents/${held.id}/capture | amount_to_capture=0 | parameter_invalid_integer | amount | This value must be greater than or equal to 1.
    payment_intents/${held.id}/capture | amount_to_capture=49 | amount_too_small | amount | Amount must be at least $0.50 usd
    payment_intents/${held.id}/capture | amount_to_capture=2001 | amount_too_large | - | The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge…
    charges/${charge}/capture | - | - | - | ${uncaptured} You must capture the PaymentIntent instead…
    charges/${taken}/capture | - | charge_already_captured | - | Charge ${taken} has already been captured.
    refunds | charge=${charge} | - | - | ${uncaptured} You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly…
    refunds | payment_intent=${paid.id}&amount=0 | parameter_invalid_integer | amount | This value must be greater than or equal to 1.
    refunds | payment_intent=${paid.id}&amount=2001 | - | amount | Refund amount ($20.01) is greater than unrefunded amount on charge ($20.00)
    refunds | payment_intent=${open} | - | - | This PaymentIntent (${open}) does not have a successful charge to refund.
    refunds | payment_intent=${paid.id}&reason=x | - | reason | Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer`)
  await api.refused(`refunds | charge=ch_x | resource_missing | id | No such charge: 'ch_x'`, 404)
  const { json } = await api.call('POST', `payment_intents/${paid.id}/confirm`)
  expect(json.error?.payment_intent).toMatchObject({ id: paid.id, status: 'succeeded' })
  const declined = await api.call('POST', 'payment_intents', basics.replace('visa', 'chargeDeclined'))
  expect(declined.json.error?.payment_intent).toMatchObject({
    last_payment_error: { code: 'card_declined', payment_method_type: 'card' },
  })
})

it('refuses what a setup is past', async () => {
  const customer = (await api.made('customers')).id
  const saved = `customer=${customer}&payment_method=pm_card_visa&confirm=true`
  const done = (await api.made('setup_intents', saved)).id
  const open = (await api.made('setup_intents', `customer=${customer}`)).id
  await api.made(`setup_intents/${open}/cancel`)
  const state = 'setup_intent_unexpected_state'
  await api.refused(`
    setup_intents/${open}/confirm | - | ${state} | - | You cannot confirm this SetupIntent because it's missing a payment method. You can either update the SetupIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.
    setup_intents/${open}/confirm | payment_method=pm_card_visa | ${state} | - | You cannot confirm this SetupIntent because it has been canceled.
    setup_intents/${done}/confirm | - | ${state} | - | You cannot confirm this SetupIntent because it has already succeeded.
    setup_intents/${done} | payment_method=pm_card_visa | ${state} | - | You cannot update this SetupIntent because it has already succeeded.
    setup_intents/${done}/cancel | - | ${state} | - | You cannot cancel this SetupIntent because it has a status of succeeded. Only a SetupIntent with one of the following statuses may be canceled: \`requires_payment_method\`, \`requires_confirmation\`, or \`requires_action\`.`)
})

it('names what is not there as its address does, and says what cannot be expanded', async () => {
  await api.refused(
    `
    GET customers/x | - | resource_missing | id | No such customer: 'x'
    GET charges/x | - | resource_missing | id | No such charge: 'x'
    GET disputes/x | - | resource_missing | dispute | No such dispute: 'x'
    GET payment_intents/x | - | resource_missing | intent | No such payment_intent: 'x'
    GET payment_methods/x | - | resource_missing | payment_method | No such PaymentMethod: 'x'
    GET payouts/x | - | resource_missing | payout | No such payout: 'x'
    GET refunds/x | - | resource_missing | refund | No such refund: 'x'
    GET setup_intents/x | - | resource_missing | intent | No such setupintent: 'x'`,
    404,
  )
  const own = await api.made('customers', 'id=cus_of_mine&name=%20Ada%20&balance=500')
  expect(own).toMatchObject({ id: 'cus_of_mine', name: 'Ada', currency: 'usd' })
  await api.refused(`
    customers | id=cus_of_mine | resource_already_exists | id | Customer already exists.
    GET customers/cus_of_mine?expand[]=email | - | - | - | This property cannot be expanded (email).
    GET payment_intents?expand[]=customer | - | - | - | This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead.`)
})
