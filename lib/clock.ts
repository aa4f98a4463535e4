/** The server's clock: the only place that reads it for business decisions. */
export function now(): Date {
  return new Date()
}

/** A day of the clock, in milliseconds. */
export const DAY_MS = 86_400_000
