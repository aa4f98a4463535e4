'use client'

import { createContext, type ReactNode, useContext } from 'react'

const TimeZone = createContext('')

/** Tells the islands within it by which clock their reader's dates are written. */
export function TimeZoneProvider({ value, children }: { value: string; children: ReactNode }) {
  return <TimeZone value={value}>{children}</TimeZone>
}

/** The reader's time zone, by its name in the IANA database; empty where they have chosen none. */
export function useTimeZone(): string {
  return useContext(TimeZone)
}
