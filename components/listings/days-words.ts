import type { Words } from '#lib/i18n/words.ts'

/** `1 day`, `5 days`. */
export function daysWords(t: Words, days: number): string {
  return t('orders.days', { count: days })
}
