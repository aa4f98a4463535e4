import { hash, integer, type Spec } from './params.ts'

const BOUNDS = hash({ gt: integer, gte: integer, lt: integer, lte: integer })

/** `created=…` or `created[gte]=…` and the like: a test for a moment in Unix seconds, or an amount. */
export const range: Spec<(seconds: number) => boolean> = {
  read(value, path) {
    if (typeof value === 'string') {
      const exact = integer.read(value, path)
      return seconds => seconds === exact
    }
    const bounds = BOUNDS.read(value, path)
    return seconds =>
      (bounds.gt === undefined || seconds > bounds.gt) &&
      (bounds.gte === undefined || seconds >= bounds.gte) &&
      (bounds.lt === undefined || seconds < bounds.lt) &&
      (bounds.lte === undefined || seconds <= bounds.lte)
  },
}
