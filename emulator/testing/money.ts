import type Stripe from 'stripe'
import { attachFiles, describedAccount } from './contractor.ts'
import type { TestEmulator } from './harness.ts'

/** The id of a connected account that may be paid. */
export async function payableAccount(emulator: TestEmulator, bankNumber?: string): Promise<string> {
  const id = await describedAccount(emulator, bankNumber)
  const front = 'file_identity_document_success'
  await attachFiles(emulator.stripe, id, { document: { front }, additional_document: { front } })
  await emulator.advance(60)
  const { capabilities } = await emulator.stripe.accounts.retrieve(id)
  if (capabilities?.transfers !== 'active')
    throw new Error(`The account may not be paid: ${JSON.stringify(capabilities)}`)
  return id
}

/** A customer with a saved card. */
export async function payer(emulator: TestEmulator, card = 'pm_card_visa') {
  const { stripe } = emulator
  const customer = await stripe.customers.create({ name: 'Employer' })
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id })
  return { customer: customer.id, payment_method: method.id }
}

/** The parameters of a hold for a contractor: 100.00 with a commission of 10.00. */
export function holdFor(
  destination: string,
  from: { customer: string; payment_method: string },
): Stripe.PaymentIntentCreateParams {
  return {
    amount: 10_000,
    currency: 'usd',
    application_fee_amount: 1000,
    capture_method: 'manual',
    confirm: true,
    transfer_data: { destination },
    ...from,
  }
}

/** What an account has, `[available, pending]` in minor units. */
export async function funds(
  emulator: TestEmulator,
  account?: string,
  currency = 'usd',
): Promise<[number, number]> {
  const options = account === undefined ? {} : { stripeAccount: account }
  const balance = await emulator.stripe.balance.retrieve({}, options)
  const of = (part: Stripe.Balance.Available[]) => part.find(one => one.currency === currency)?.amount ?? 0
  return [of(balance.available), of(balance.pending)]
}

/** The types of the events since the given one, oldest first, with the account in front of Connect events. */
export async function eventTypes(emulator: TestEmulator, account?: string): Promise<string[]> {
  const options = account === undefined ? {} : { stripeAccount: account }
  const events = await emulator.stripe.events.list({ limit: 100 }, options)
  return events.data.map(event => event.type as string).reverse()
}
