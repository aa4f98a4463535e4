import type { ErrorTable } from '../result.ts'

const account = {
  account_not_open: {
    status: 409,
    message:
      'Your account at Stripe is still being opened. Nothing is wrong with what you entered; try again in a moment.',
  },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe did not answer. What you sent is safe to send again; try again in a minute.',
  },
} as const

export type AccountErrorCode = keyof typeof account | 'account_refused'
export const ACCOUNT_ERRORS = {
  ...account,
  account_refused: {
    status: 502,
    message:
      'Stripe did not let us open your account. Write to us; nothing you can enter here would change it.',
  },
} as const satisfies ErrorTable<AccountErrorCode>

export type TermsErrorCode = keyof typeof account | 'terms_refused' | 'address_unknown'
export const TERMS_ERRORS = {
  ...account,
  terms_refused: {
    status: 502,
    message: 'Stripe did not take your acceptance. It is kept with us; write to us to have it settled.',
  },
  address_unknown: {
    status: 400,
    message:
      'We could not see from which internet address you accept, and Stripe needs it. Try another connection.',
  },
} as const satisfies ErrorTable<TermsErrorCode>

export type BankErrorCode = keyof typeof account | 'bank_refused' | 'bank_token_used'
export const BANK_ERRORS = {
  ...account,
  bank_refused: {
    status: 422,
    message:
      'Stripe did not accept this bank account. Check country, currency and numbers, and enter it again.',
  },
  bank_token_used: { status: 409, message: 'This entry was already used. Enter the bank account again.' },
} as const satisfies ErrorTable<BankErrorCode>
