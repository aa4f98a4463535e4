/** Ways to pay, each with a capability called `<name>_payments`. */
const METHODS = [
  'acss_debit affirm afterpay_clearpay alma amazon_pay au_becs_debit bacs_debit bancontact',
  'bank_transfer billie bizum blik blik_recurring boleto card cartes_bancaires cashapp crypto eps',
  'fpx gb_bank_transfer giropay grabpay ideal india_international jcb jp_bank_transfer kakao_pay',
  'klarna konbini kr_card legacy link mb_way mobilepay multibanco mx_bank_transfer naver_pay',
  'nz_bank_account_becs_debit oxxo p24 pay_by_bank payco paynow paypay payto pix promptpay',
  'revolut_pay samsung_pay satispay scalapay sepa_bank_transfer sepa_debit sequra sofort sunbit',
  'swish twint upi us_bank_account_ach us_bank_transfer wero zip',
].join(' ')

const OTHERS =
  'app_distribution card_issuing tax_reporting_us_1099_k tax_reporting_us_1099_misc transfers treasury'

/** Every capability that can be asked for (docs.stripe.com/connect/account-capabilities). */
export const CAPABILITIES: readonly string[] = [
  ...METHODS.split(' ').map(name => `${name}_payments`),
  ...OTHERS.split(' '),
].sort()

/** Capabilities by which money is moved: without one of them nothing is asked of an account but the least. */
export function movesMoney(name: string): boolean {
  return name === 'transfers' || name.endsWith('_payments')
}
