import type { Area } from '#lib/i18n/catalogue.ts'

/** The areas of the catalogue that islands speak from, by where those are. Everything else is said on the server. */
export const ISLAND_AREAS = {
  everywhere: ['ui', 'live', 'palette'],
  bankCheck: ['authenticate', 'islands'],
  verification: ['uploads'],
  signedIn: ['islands', 'declines'],
} as const satisfies Record<string, Area[]>
