import type { Words } from '../i18n/words.ts'
import type { ErrorTable } from '../result.ts'

export type SavedCardView = {
  id: string
  brand: string
  last4: string
  expMonth: number
  expYear: number
  isDefault: boolean
}

const BRANDS: Record<string, string> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** "Visa ending in 4242". */
export function cardName(t: Words, { brand, last4 }: Pick<SavedCardView, 'brand' | 'last4'>): string {
  return t('islands.cardEndingIn', { brand: BRANDS[brand] ?? t('islands.card'), last4 })
}

export type CardErrorCode =
  | 'not_found'
  | 'setup_failed'
  | 'setup_unfinished'
  | 'card_in_use'
  | 'stripe_unavailable'

export const CARD_ERRORS = {
  not_found: { status: 404, message: 'islands.thisCardIsNotAmong' },
  setup_failed: {
    status: 402,
    message: 'islands.theBankDidNotLet',
  },
  setup_unfinished: {
    status: 409,
    message: 'islands.theBankHasNotConfirmed',
  },
  card_in_use: {
    status: 409,
    message: 'islands.thisCardIsHoldingMoney',
  },
  stripe_unavailable: {
    status: 503,
    message: 'islands.stripeCannotBeReachedRight',
  },
} as const satisfies ErrorTable<CardErrorCode>
