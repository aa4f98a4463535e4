/** The server's clock: the only place that reads it for business decisions. */
export function now(): Date {
  return new Date()
}
