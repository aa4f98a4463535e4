import type { KeptRow } from './kept-row.ts'
import type { Kind } from './kinds.ts'

/** So many rows are looked through quicker than a map of them is made. */
const FEW = 32

/** The rows that one transaction added or changed: few, but for some tasks. */
export class Overlay {
  #rows: KeptRow[] = []
  /** By id, once they are many. */
  #byId: Map<string, KeptRow[]> | null = null

  /** In the order in which they were first touched. */
  get rows(): KeptRow[] {
    return this.#rows
  }

  get(kind: Kind, id: string): KeptRow | undefined {
    const rows = this.#byId ? this.#byId.get(id) : this.#rows
    if (rows === undefined) return undefined
    // What is asked for was mostly added just now.
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at]
      if (row && row.kind === kind && row.id === id) return row
    }
    return undefined
  }

  /** Takes a row of which there is none yet under its kind and id. */
  add(row: KeptRow): void {
    this.#rows.push(row)
    if (this.#byId) this.#index(this.#byId, row)
    else if (this.#rows.length > FEW) {
      this.#byId = new Map()
      for (const known of this.#rows) this.#index(this.#byId, known)
    }
  }

  remove(kind: Kind, id: string): void {
    const row = this.get(kind, id)
    if (!row) return
    this.#rows.splice(this.#rows.lastIndexOf(row), 1)
    const same = this.#byId?.get(id)
    if (same) same.splice(same.indexOf(row), 1)
  }

  #index(byId: Map<string, KeptRow[]>, row: KeptRow): void {
    const same = byId.get(row.id)
    if (same) same.push(row)
    else byId.set(row.id, [row])
  }
}
