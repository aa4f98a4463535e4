import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockOf } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

function token(country: string, currency: string, accountNumber: string, routingNumber?: string) {
  return emulator.browser.tokens.create({
    bank_account: { country, currency, account_number: accountNumber, routing_number: routingNumber },
  })
}

it.each([
  ['US', 'usd', '000123456789', '110000000'],
  ['CA', 'cad', '000123456789', '11000-000'],
  ['AU', 'aud', '000123456', '110000'],
  ['GB', 'gbp', '00012345', '10-88-00'],
  ['GB', 'gbp', 'GB82WEST12345698765432', undefined],
  ['DE', 'eur', 'DE89 3704 0044 0532 0130 00', undefined],
  ['FR', 'eur', 'FR1420041010050500013M02606', undefined],
  ['PL', 'pln', 'PL61109010140000071219812874', undefined],
])('knows a bank account in %s by its end only', async (country, currency, number, routing) => {
  const made = await token(country, currency, number, routing)
  expect(made).toMatchObject({ object: 'token', type: 'bank_account', used: false })
  expect(made.bank_account).toMatchObject({
    country,
    currency,
    last4: number.replaceAll(' ', '').slice(-4),
    bank_name: 'STRIPE TEST BANK',
  })
  expect(JSON.stringify(made)).not.toContain(number.replaceAll(' ', ''))
  const again = await token(country, currency, number, routing)
  expect(again.bank_account?.fingerprint).toBe(made.bank_account?.fingerprint)
})

it.each([
  ['US', '123123123', '110000000', 'account_number_invalid', 'bank_account[account_number]'],
  ['US', '000123456789', '110000001', 'routing_number_invalid', 'bank_account[routing_number]'],
  ['US', '000123456789', undefined, 'parameter_missing', 'bank_account[routing_number]'],
  ['DE', 'DE89370400440532013001', undefined, 'account_number_invalid', 'bank_account[account_number]'],
])('refuses %s %s %s', async (country, number, routing, code, param) => {
  await expect(token(country, 'usd', number, routing)).rejects.toMatchObject({ statusCode: 400, code, param })
})

it('needs something to make a token of', async () => {
  await expect(emulator.browser.tokens.create({})).rejects.toThrow('You must supply either a card')
})

it('stands for the details of an account, made in a browser', async () => {
  const token = await emulator.browser.tokens.create({
    account: {
      business_type: 'individual',
      individual: { first_name: 'Ada' },
      tos_shown_and_accepted: true,
    },
  })
  const account = await emulator.stripe.accounts.create({
    type: 'custom',
    country: 'FR',
    account_token: token.id,
  })
  expect(account.individual?.first_name).toBe('Ada')
  expect(account.tos_acceptance?.date).toBeGreaterThan((await clockOf(emulator)) - 60)
})
