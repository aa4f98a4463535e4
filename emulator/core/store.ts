import { Fader } from './fader.ts'
import type { KeptRow } from './kept-row.ts'
import type { Kind, Row } from './kinds.ts'
import type { RowOrder } from './row-order.ts'
import { INDEXED, Shelf } from './shelf.ts'
import { type Changes, Tx, type TxInfo } from './tx.ts'

/** A row with some of its value's fields, so that nobody needs to look into the value itself. */
export interface LoadedRow {
  row: KeptRow
  field(name: string): unknown
}

/** Where committed changes go before anybody may see them. */
export interface Persistence {
  /** All rows in the order of their creation, in portions. `fields` are those that will be asked of each. */
  load(fields: readonly string[]): AsyncIterable<LoadedRow[]>
  save(changed: KeptRow[], removed: { kind: string; id: string }[]): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

/** All committed objects, in memory. Values are frozen: only a `Tx` makes changed copies. */
export class Store {
  #shelves = new Map<Kind, Shelf>()
  #persistence: Persistence | null
  #stale = false
  #fader = new Fader(() => this.#everything())
  seq = 0
  /** Another number after every change. */
  version = 0

  constructor(persistence: Persistence | null) {
    this.#persistence = persistence
  }

  /** Reads everything from the database, forgetting what was in memory. */
  async load(): Promise<void> {
    this.#empty()
    if (this.#persistence) {
      const fields = [...new Set(Object.values(INDEXED).flat())]
      for await (const rows of this.#persistence.load(fields)) {
        for (const loaded of rows) this.#apply(loaded.row, true, loaded)
      }
    }
    this.#stale = false
  }

  /** Empties the store and the database. */
  async clear(): Promise<void> {
    await this.#persistence?.clear()
    this.#empty()
  }

  async close(): Promise<void> {
    await this.#persistence?.close()
  }

  begin(info: TxInfo): Tx {
    return new Tx(this, info)
  }

  /**
   * Makes a transaction's changes durable, then visible.
   * If the database fails, nothing becomes visible and memory is read anew before the next transaction,
   * since whether that commit arrived is unknown.
   */
  async commit({ changed, removed }: Changes): Promise<void> {
    if (changed.length === 0 && removed.length === 0) return
    for (const row of changed) row.close()
    if (this.#persistence) await this.#save(this.#persistence, changed, removed)
    this.version += 1
    const before = this.seq
    for (const row of changed) {
      const kept = this.#apply(row, row.seq > before, row)
      // The database got its text, which is enough: what is durable may be much.
      if (this.#persistence) kept.fade()
    }
    if (!this.#persistence) this.#fader.step()
    for (const { kind, id } of removed) this.#shelfOf(kind).remove(id)
  }

  /** True after a failed commit: memory may lag behind the database and has to be loaded again. */
  get stale(): boolean {
    return this.#stale
  }

  row<K extends Kind>(kind: K, id: string): KeptRow<K> | undefined {
    return this.#shelves.get(kind)?.rows.get(id) as KeptRow<K> | undefined
  }

  /** Committed rows of a kind on one account, newest first, from below `beforeSeq` on. */
  newestFirst<K extends Kind>(kind: K, account: string, beforeSeq: number): Iterable<Row<K>> {
    return walk(this.#shelves.get(kind)?.orders.get(account), beforeSeq)
  }

  /** As `newestFirst`, but only rows that had `value` in an indexed field at some time. */
  byIndex<K extends Kind>(kind: K, field: string, value: string, beforeSeq: number): Iterable<Row<K>> {
    return walk(this.#shelves.get(kind)?.orderBy(field, value), beforeSeq)
  }

  isIndexed(kind: Kind, field: string): boolean {
    return INDEXED[kind]?.includes(field) ?? false
  }

  /** How many rows of a kind there are. */
  count(kind: Kind): number {
    return this.#shelves.get(kind)?.rows.size ?? 0
  }

  /** The accounts that have, or had, rows of a kind. */
  accountsOf(kind: Kind): string[] {
    return [...(this.#shelves.get(kind)?.orders.keys() ?? [])]
  }

  /** The kinds of which there are rows. */
  kinds(): Kind[] {
    return [...this.#shelves].filter(([, { rows }]) => rows.size > 0).map(([kind]) => kind)
  }

  /** Every committed value of a kind, oldest first, whatever the account. */
  all<K extends Kind>(kind: K): readonly Row<K>[] {
    return (this.#shelves.get(kind)?.oldestFirst ?? []) as unknown as readonly Row<K>[]
  }

  *#everything(): Generator<KeptRow> {
    for (const { rows } of this.#shelves.values()) yield* rows.values()
  }

  async #save(to: Persistence, rows: KeptRow[], removed: Changes['removed']) {
    try {
      await to.save(rows, removed)
    } catch (error) {
      this.#stale = true
      throw error
    }
  }

  #empty() {
    this.#shelves.clear()
    this.seq = 0
    this.version += 1
  }

  #shelfOf(kind: Kind): Shelf {
    const known = this.#shelves.get(kind)
    if (known) return known
    const shelf = new Shelf(kind)
    this.#shelves.set(kind, shelf)
    return shelf
  }

  #apply(row: KeptRow, isNew: boolean, fields: { field(name: string): unknown }): KeptRow {
    if (row.seq > this.seq) this.seq = row.seq
    return this.#shelfOf(row.kind).put(row, isNew, fields)
  }
}

function* walk<K extends Kind>(order: RowOrder<KeptRow> | undefined, beforeSeq: number): Generator<Row<K>> {
  if (!order) return
  for (const row of order.newestFirst(beforeSeq)) if (!row.isGone) yield row as unknown as Row<K>
}
