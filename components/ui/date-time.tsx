const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })
const MINUTE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A moment, in UTC and saying so. `dayOnly` for what Stripe gives as a day, such as when funds become available. */
export function DateTime({ value, dayOnly }: { value: Date; dayOnly?: boolean }) {
  return (
    <time dateTime={value.toISOString()} className="whitespace-nowrap">
      {dayOnly ? DAY.format(value) : `${MINUTE.format(value)} UTC`}
    </time>
  )
}
