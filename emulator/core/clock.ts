/**
 * The emulator's own time: real time plus an offset that only grows. The offset is kept in the store, so
 * that a restart does not go back in time.
 */
export class Clock {
  offset = 0

  /** Unix seconds. */
  now(): number {
    return Math.floor(Date.now() / 1000) + this.offset
  }
}

export const DAY = 86_400
