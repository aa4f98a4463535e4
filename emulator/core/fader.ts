import { getHeapStatistics } from 'node:v8'
import type { KeptRow } from './kept-row.ts'

const COMMITS_BETWEEN_LOOKS = 512
/** So few that nobody waits for it, so many that more becomes text than is added meanwhile. */
const ROWS_AT_ONCE = 256

/** The share of the heap that rows may fill as objects. */
const FULL = 0.5

/**
 * Keeps a store that is in memory only from outgrowing it: rows are quickest left as the objects that they are, but once half of
 * the heap is used, all are made text outside of it, some after every commit.
 */
export class Fader {
  #rows: () => Iterable<KeptRow>
  #isFull: () => boolean
  #left: Iterator<KeptRow> | null = null
  #commits = 0

  /** `rows` walks over all there are, however many come and go meanwhile. */
  constructor(rows: () => Iterable<KeptRow>, isFull: () => boolean = isHeapFull) {
    this.#rows = rows
    this.#isFull = isFull
  }

  /** To be called after every commit. */
  step(): void {
    this.#commits += 1
    if (this.#left === null) {
      if (this.#commits % COMMITS_BETWEEN_LOOKS !== 0 || !this.#isFull()) return
      this.#left = this.#rows()[Symbol.iterator]()
    }
    for (let count = 0; count < ROWS_AT_ONCE; count++) {
      const { value, done } = this.#left.next()
      if (done) {
        this.#left = null
        return
      }
      value.fade()
    }
  }
}

function isHeapFull(): boolean {
  const { used_heap_size, heap_size_limit } = getHeapStatistics()
  return used_heap_size > heap_size_limit * FULL
}
