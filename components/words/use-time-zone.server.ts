import { cache, use } from 'react'
import { currentSession } from '#lib/users/current-actor.ts'

const zoneOfRequest = cache(async () => (await currentSession())?.timeZone ?? '')

/** The time zone of whoever asks, by its name in the IANA database; empty where they have chosen none. */
export function useTimeZone(): string {
  return use(zoneOfRequest())
}
