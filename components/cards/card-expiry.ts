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

/** "04/29". */
export function expiryWords({ expMonth, expYear }: Pick<SavedCardView, 'expMonth' | 'expYear'>): string {
  return `${String(expMonth).padStart(2, '0')}/${String(expYear % 100).padStart(2, '0')}`
}
