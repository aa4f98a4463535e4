import type { Locator, Page } from '@playwright/test'

const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' })

/** What a description list of the page says under a term, such as the sum beside "Total". */
export function figure(scope: Page | Locator, term: string | RegExp): Locator {
  const line = scope.locator('dl > div').filter({ has: scope.getByRole('term').filter({ hasText: term }) })
  return line.getByRole('definition')
}

/** A day as the pages write it: "Nov 24, 2026". */
export function dayWords(unixSeconds: number): string {
  return DAY.format(new Date(unixSeconds * 1000))
}
