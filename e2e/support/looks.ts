import type { PlaywrightTestOptions } from '@playwright/test'

/** A screen and a theme, as a project has them. */
type Look = Pick<PlaywrightTestOptions, 'viewport' | 'colorScheme'>

const LOOKS = 4

/**
 * The part of all that falls to a look, where the four of them (a desk and a phone, light and dark) need not each see the
 * same, such as words, which have no colour.
 */
export function partFor<T>({ viewport, colorScheme }: Look, all: T[]): T[] {
  const look = ((viewport?.width ?? 0) < 640 ? 2 : 0) + (colorScheme === 'dark' ? 1 : 0)
  return all.filter((_, index) => index % LOOKS === look)
}
