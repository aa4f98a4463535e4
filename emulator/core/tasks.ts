import type { Due } from './kinds.ts'
import type { Tx } from './tx.ts'

/** What happens when something falls due. Runs in a transaction of its own, at the very second it was due. */
export type Task = (tx: Tx, due: Due) => void

/** Lets a task happen at a moment. The same task for the same thing at the same moment happens once. */
export function schedule(tx: Tx, due: Due): void {
  const id = `${due.task}|${due.ref}|${due.at}`
  if (!tx.row('_due', id)) tx.put('_due', id, due, due.account)
}

/** Takes back what was scheduled for an object under a task's name. */
export function unschedule(tx: Tx, task: string, ref: string, account: string): void {
  const found = [
    ...tx.list('_due', account, { by: { field: 'ref', value: ref }, where: due => due.task === task }),
  ]
  for (const due of found) tx.remove('_due', `${due.task}|${due.ref}|${due.at}`)
}

/**
 * The due things in order of time, those of one second in the order in which they were added, as a binary heap. Ids of
 * removed ones are skipped by who takes them.
 */
export class DueQueue {
  #heap: { at: number; order: number; id: string }[] = []
  #added = 0

  clear(): void {
    this.#heap = []
  }

  add(at: number, id: string): void {
    const heap = this.#heap
    heap.push({ at, order: this.#added++, id })
    let child = heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.#swapIfLess(child, parent)) break
      child = parent
    }
  }

  /** The moment of the earliest thing, or infinity. */
  earliest(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  /** Takes the earliest id that is due by `now`. */
  take(now: number): string | null {
    const first = this.#heap[0]
    if (!first || first.at > now) return null
    const last = this.#heap.pop()
    if (last && this.#heap.length > 0) {
      this.#heap[0] = last
      this.#sink()
    }
    return first.id
  }

  #sink() {
    let parent = 0
    for (;;) {
      const left = 2 * parent + 1
      const right = left + 1
      const lesser = this.#isBefore(right, left) ? right : left
      if (!this.#swapIfLess(lesser, parent)) return
      parent = lesser
    }
  }

  #isBefore(a: number, b: number): boolean {
    const first = this.#heap[a]
    const second = this.#heap[b]
    if (!first || !second) return false
    return first.at === second.at ? first.order < second.order : first.at < second.at
  }

  #swapIfLess(a: number, b: number): boolean {
    const first = this.#heap[a]
    const second = this.#heap[b]
    if (!first || !second || !this.#isBefore(a, b)) return false
    this.#heap[a] = second
    this.#heap[b] = first
    return true
  }
}
