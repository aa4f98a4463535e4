import { z } from 'zod'
import { message } from '../i18n/message.ts'

/** A sign-in as its owner sees it. `isThis`: the one that the request came with. */
export type SessionView = {
  id: string
  device: string
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
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (names: Named[], text: string) => names.find(([pattern]) => pattern.test(text))?.[1]

/** A browser's name for itself in a person's words: "Firefox on Windows". What nobody knows is "An unknown device". */
export function deviceWords(userAgent: string): string {
  const [browser, system] = [nameIn(BROWSERS, userAgent), nameIn(SYSTEMS, userAgent)]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (system ? message('people.aBrowserOn', { system }) : 'people.anUnknownDevice')
}
