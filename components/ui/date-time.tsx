import { useWords } from '#words'

/** A moment, in UTC and saying so. `dayOnly` for what Stripe gives as a day, such as when funds become available. */
export function DateTime({ value, dayOnly }: { value: Date; dayOnly?: boolean }) {
  const { locale } = useWords()
  const style = { dateStyle: 'medium', timeStyle: dayOnly ? undefined : 'short', timeZone: 'UTC' } as const
  const shown = new Intl.DateTimeFormat(locale, style).format(value)
  return (
    <time dateTime={value.toISOString()} className="whitespace-nowrap">
      {dayOnly ? shown : `${shown} UTC`}
    </time>
  )
}
