import type { ErrorTable } from '../result.ts'

const account = {
  account_not_open: {
    status: 409,
    message: 'verifyingErrors.accountStillOpening',
  },
  stripe_unavailable: {
    status: 503,
    message: 'verifyingErrors.safeToSendAgain',
  },
} as const

export type AccountErrorCode = keyof typeof account | 'account_refused'
export const ACCOUNT_ERRORS = {
  ...account,
  account_refused: {
    status: 502,
    message: 'verifyingErrors.accountRefused',
  },
} as const satisfies ErrorTable<AccountErrorCode>

export type TermsErrorCode = keyof typeof account | 'terms_refused' | 'address_unknown'
export const TERMS_ERRORS = {
  ...account,
  terms_refused: {
    status: 502,
    message: 'verifyingErrors.termsRefused',
  },
  address_unknown: {
    status: 400,
    message: 'verifyingErrors.addressUnknown',
  },
} as const satisfies ErrorTable<TermsErrorCode>

export type BankErrorCode = keyof typeof account | 'bank_refused' | 'bank_token_used'
export const BANK_ERRORS = {
  ...account,
  bank_refused: {
    status: 422,
    message: 'verifyingErrors.bankRefused',
  },
  bank_token_used: { status: 409, message: 'verifyingErrors.bankUsed' },
} as const satisfies ErrorTable<BankErrorCode>
