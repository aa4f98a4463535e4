import type { Words } from '#lib/i18n/words.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A span in milliseconds as its two largest units, rounded down: "6 d 4 h", "3 h 20 min", "5 min". */
export function durationWords(t: Words, span: number): string {
  const days = Math.floor(span / DAY)
  const hours = Math.floor((span % DAY) / HOUR)
  const minutes = Math.floor((span % HOUR) / MINUTE)
  const parts = [
    ...(days > 0 ? [t('orders.durationDays', { count: days })] : []),
    ...(hours > 0 ? [t('orders.durationHours', { count: hours })] : []),
    ...(minutes > 0 ? [t('orders.durationMinutes', { count: minutes })] : []),
  ]
  if (days > 0 && hours === 0) return parts[0] ?? ''
  return parts.slice(0, 2).join(' ') || t('orders.lessThanAMinute')
}
