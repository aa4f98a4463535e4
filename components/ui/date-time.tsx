import { useTimeZone } from '#time-zone'
import { useWords } from '#words'

const DAY = { dateStyle: 'medium' } as const
const MOMENT = { dateStyle: 'medium', timeStyle: 'short' } as const

const written = (locale: string, options: Intl.DateTimeFormatOptions, timeZone: string, value: Date) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(value)

/**
 * A moment, by the time zone that its reader has chosen, or in UTC and saying so; UTC is in the tooltip. `dayOnly` for what Stripe
 * gives as a day, such as when funds become available: a day is the same for everybody.
 */
export function DateTime({ value, dayOnly }: { value: Date; dayOnly?: boolean }) {
  const { locale } = useWords()
  const timeZone = useTimeZone()
  const utc = `${written(locale, MOMENT, 'UTC', value)} UTC`
  const moment = timeZone === '' ? utc : written(locale, MOMENT, timeZone, value)
  return (
    <time dateTime={value.toISOString()} title={dayOnly ? undefined : utc} className="whitespace-nowrap">
      {dayOnly ? written(locale, DAY, 'UTC', value) : moment}
    </time>
  )
}
