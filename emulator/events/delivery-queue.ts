import type { Row } from '../core/kinds.ts'
import { RowOrder } from '../core/row-order.ts'
import { DueQueue } from '../core/tasks.ts'

/** How the next delivery is chosen: a number from 0 to 1 picks a place among those that are ready. */
export type Choice = 'oldest' | 'newest' | (() => number)

/** The deliveries to one endpoint: those whose time has come in order of creation, the others by their time. */
export class DeliveryQueue {
  #ready = new RowOrder<Row<'_delivery'>>()
  #later = new DueQueue()
  #waiting = new Map<string, Row<'_delivery'>>()

  get size(): number {
    return this.#waiting.size
  }

  /** How many were tried before. */
  get retrying(): number {
    let count = 0
    for (const row of this.#waiting.values()) if (row.value.attempts > 0) count += 1
    return count
  }

  /** Adds a delivery, or takes its new time. */
  put(row: Row<'_delivery'>): void {
    const known = this.#waiting.get(row.id)
    if (known) this.#ready.remove(known.seq)
    this.#waiting.set(row.id, row)
    this.#later.add(row.value.notBefore, row.id)
  }

  remove(id: string): void {
    const row = this.#waiting.get(id)
    if (row) this.#ready.remove(row.seq)
    this.#waiting.delete(id)
  }

  /** What to send now, or undefined. It stays in the queue until it is removed or put again. */
  next(now: number, choice: Choice): Row<'_delivery'> | undefined {
    for (let id = this.#later.take(now); id !== null; id = this.#later.take(now)) {
      const row = this.#waiting.get(id)
      // An entry of an earlier time may still be there when a delivery was put again.
      if (row && row.value.notBefore <= now) this.#ready.add(row)
    }
    const row = this.#ready.at(placeOf(choice, this.#ready.size))
    return row && this.#waiting.get(row.id)
  }
}

function placeOf(choice: Choice, size: number): number {
  if (choice === 'oldest') return 0
  return choice === 'newest' ? -1 : Math.floor(choice() * size)
}
