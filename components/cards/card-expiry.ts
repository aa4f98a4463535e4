import type { SavedCardView } from '#lib/cards/model.ts'

const SOON_MONTHS = 2

export type CardExpiry = 'expired' | 'soon' | 'valid'

/** A card is good until the last day of its month; `soon` is this month and the next. */
export function cardExpiry(
  { expMonth, expYear }: Pick<SavedCardView, 'expMonth' | 'expYear'>,
  now: Date,
): CardExpiry {
  const monthsLeft = expYear * 12 + expMonth - (now.getUTCFullYear() * 12 + now.getUTCMonth() + 1)
  if (monthsLeft < 0) return 'expired'
  return monthsLeft < SOON_MONTHS ? 'soon' : 'valid'
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
export function cardName({ brand, last4 }: Pick<SavedCardView, 'brand' | 'last4'>): string {
  return `${BRANDS[brand] ?? 'Card'} ending in ${last4}`
}

/** "04/29". */
export function expiryWords({ expMonth, expYear }: Pick<SavedCardView, 'expMonth' | 'expYear'>): string {
  return `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`
}
