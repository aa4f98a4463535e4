'use client'

import { useSyncExternalStore } from 'react'
import { useTimeZone } from '#time-zone'

type Style = 'moment' | 'day'

const never = () => () => {}

function words(at: Date, style: Style, timeZone?: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at)
  const day = `${part({ weekday: 'short' })} ${part({ day: 'numeric', month: 'short' })}`
  const year = part({ year: 'numeric' })
  const dated = year === String(new Date().getUTCFullYear()) ? day : `${day} ${year}`
  return style === 'day'
    ? dated
    : `${dated}, ${part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`
}

/**
 * A point in time, by the time zone that the reader has chosen. For who has chosen none: in UTC as the server writes it, in the
 * device's own zone once the browser has taken over, because two renderings that differ would break hydration.
 */
export function Moment({ at, style = 'moment' }: { at: Date; style?: Style }) {
  const chosen = useTimeZone()
  const utc = `${words(at, style, 'UTC')}${style === 'moment' ? ' UTC' : ''}`
  const shown = useSyncExternalStore(
    never,
    () => words(at, style, chosen || undefined),
    () => (chosen ? words(at, style, chosen) : utc),
  )
  return (
    <time
      dateTime={at.toISOString()}
      title={`${words(at, 'moment', 'UTC')} UTC`}
      className="whitespace-nowrap"
    >
      {shown}
    </time>
  )
}
