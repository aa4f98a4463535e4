import { env } from '../env.ts'
import { invariant, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** Stripe's cards for testing (https://docs.stripe.com/testing): those that the demo and the tests use. */
export type TestCard =
  | 'pm_card_visa'
  | 'pm_card_mastercard'
  | 'pm_card_bypassPending'
  | 'pm_card_chargeCustomerFail'
  | 'pm_card_authenticationRequired'
  | 'pm_card_pendingRefund'
  | 'pm_card_refundFail'
  | 'pm_card_createDispute'
  | 'pm_card_createDisputeInquiry'
  | 'pm_card_createIssuerFraudRecord'

/** Stands for the browser: confirms a SetupIntent with one of Stripe's test cards. Refuses to run with a live key. */
export async function confirmSetupWithTestCard(
  setupIntentId: string,
  card: TestCard,
): Promise<Result<void, StripeFailure>> {
  invariant(!env().stripe.livemode, 'test cards are for test mode')
  return callStripe(async () => {
    await stripe().setupIntents.confirm(setupIntentId, { payment_method: card })
  })
}

const TEST_BANKS: Record<string, { currency: string; routing_number?: string; account_number: string }> = {
  US: { currency: 'usd', routing_number: '110000000', account_number: '000123456789' },
  GB: { currency: 'gbp', routing_number: '108800', account_number: '00012345' },
  DE: { currency: 'eur', account_number: 'DE89370400440532013000' },
  FR: { currency: 'eur', account_number: 'FR1420041010050500013M02606' },
  PL: { currency: 'pln', account_number: 'PL61109010140000071219812874' },
  CH: { currency: 'chf', account_number: 'CH9300762011623852957' },
  SE: { currency: 'sek', account_number: 'SE4550000000058398257466' },
  AU: { currency: 'aud', routing_number: '110000', account_number: '000123456' },
  CA: { currency: 'cad', routing_number: '11000-000', account_number: '000123456789' },
}

/** Stands for the browser: a token for Stripe's test bank account of a country. Refuses to run with a live key. */
export async function createTestBankToken(
  country: string,
  holder: string,
): Promise<Result<string, StripeFailure>> {
  invariant(!env().stripe.livemode, 'test bank accounts are for test mode')
  const bank = TEST_BANKS[country]
  invariant(bank, `no test bank account is known for ${country}`)
  return callStripe(async () => {
    const token = await stripe().tokens.create({
      bank_account: { country, account_holder_name: holder, account_holder_type: 'individual', ...bank },
    })
    return token.id
  })
}
