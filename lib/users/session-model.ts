import { z } from 'zod'

/** What a browser says it is, as far as we know the names. */
export type Device = { browser: string | null; system: string | null }

/** A sign-in as its owner sees it. `isThis`: the one that the request came with. */
export type SessionView = {
  id: string
  device: Device
  ip: string
  createdAt: Date
  lastSeenAt: Date
  isThis: boolean
}

export const endSessionInput = z.object({ sessionId: z.string().max(40) })
export type EndSessionInput = z.output<typeof endSessionInput>

export const endOtherSessionsInput = z.object({})

type Named = [pattern: RegExp, name: string]

/** The first that matches: browsers name those before them, so the newer come first. */
const BROWSERS: Named[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/\bcurl\//, 'curl'],
]

const SYSTEMS: Named[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (names: Named[], text: string) => names.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** The browser and the system that a browser's name for itself speaks of. */
export function deviceOf(userAgent: string): Device {
  return { browser: nameIn(BROWSERS, userAgent), system: nameIn(SYSTEMS, userAgent) }
}
