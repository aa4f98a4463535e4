import type Stripe from 'stripe'
import type { TestEmulator } from './harness.ts'

/** Details of a person in the United States that Stripe believes. */
export const ADA = {
  first_name: 'Ada',
  last_name: 'Byron',
  email: 'ada@example.com',
  phone: '+12025550123',
  dob: { day: 10, month: 12, year: 1985 },
  address: { line1: '1 Main Street', city: 'Austin', state: 'TX', postal_code: '78701', country: 'US' },
  ssn_last_4: '0000',
}

/** The second in which the emulator thinks it is. */
export async function clockOf(emulator: TestEmulator): Promise<number> {
  return Number((await emulator.control('GET', 'clock')).now)
}

/** An account as a marketplace opens it for a contractor, of whom it knows nothing yet. */
export function openAccount(stripe: Stripe, country: string): Promise<Stripe.Account> {
  return stripe.accounts.create({
    country,
    email: 'ada@example.com',
    business_type: 'individual',
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    business_profile: { mcc: '8999', product_description: 'Translations' },
    settings: { payouts: { schedule: { interval: 'manual' } } },
  })
}

/** A bank account token as a browser makes it. */
export async function bankToken(emulator: TestEmulator, accountNumber = '000123456789'): Promise<string> {
  const token = await emulator.browser.tokens.create({
    bank_account: {
      country: 'US',
      currency: 'usd',
      routing_number: '110000000',
      account_number: accountNumber,
      account_holder_name: 'Ada Byron',
      account_holder_type: 'individual',
    },
  })
  return token.id
}

/** The id of an account that lacks nothing but its documents. */
export async function describedAccount(emulator: TestEmulator, bankNumber?: string): Promise<string> {
  const { id } = await openAccount(emulator.stripe, 'US')
  await emulator.stripe.accounts.update(id, {
    individual: ADA,
    tos_acceptance: { date: await clockOf(emulator), ip: '203.0.113.7' },
    external_account: await bankToken(emulator, bankNumber),
  })
  return id
}

/** Uploads an identity document on the contractor's account. */
export function uploadDocument(stripe: Stripe, account: string, data: Buffer, name = 'passport.png') {
  const file = { data, name, type: 'image/png' }
  return stripe.files.create({ purpose: 'identity_document', file }, { stripeAccount: account })
}

/** Gives Stripe files as the contractor's documents. */
export function attachFiles(
  stripe: Stripe,
  account: string,
  verification: Stripe.AccountUpdateParams.Individual['verification'],
) {
  return stripe.accounts.update(account, { individual: { verification } })
}
