'use client'

import { useSyncExternalStore } from 'react'
import type { Locale } from '#lib/i18n/model.ts'
import { useTimeZone } from '#time-zone'
import { useWords } from '#words'

type Style = 'moment' | 'day'

const never = () => () => {}

/** "Sat 28 Nov, 14:05", with the year where it is another one; in other languages as they write it. */
function words(locale: Locale, at: Date, style: Style, timeZone?: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone }).format(at)
  const year = format({ year: 'numeric' })
  const isThisYear = year === String(new Date().getUTCFullYear())
  const [weekday, day] = [format({ weekday: 'short' }), format({ day: 'numeric', month: 'short' })]
  const dated =
    locale === 'en'
      ? `${weekday} ${day}${isThisYear ? '' : ` ${year}`}`
      : `${weekday}${locale === 'pl' ? ',' : ''} ${day}${isThisYear ? '' : ` ${year}`}`
  return style === 'day'
    ? dated
    : `${dated}, ${format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`
}

/**
 * A point in time, by the time zone that the reader has chosen. For who has chosen none: in UTC as the server writes it, in the
 * device's own zone once the browser has taken over, because two renderings that differ would break hydration.
 */
export function Moment({ at, style = 'moment' }: { at: Date; style?: Style }) {
  const { locale } = useWords()
  const chosen = useTimeZone()
  const utc = `${words(locale, at, style, 'UTC')}${style === 'moment' ? ' UTC' : ''}`
  const shown = useSyncExternalStore(
    never,
    () => words(locale, at, style, chosen || undefined),
    () => (chosen ? words(locale, at, style, chosen) : utc),
  )
  return (
    <time
      dateTime={at.toISOString()}
      title={`${words(locale, at, 'moment', 'UTC')} UTC`}
      className="whitespace-nowrap"
    >
      {shown}
    </time>
  )
}
