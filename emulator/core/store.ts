import { deepFreeze } from './copy.ts'
import type { Kind, Row } from './kinds.ts'
import { RowOrder } from './row-order.ts'
import { type Changes, Tx, type TxInfo } from './tx.ts'

/** A row with some of its value's fields, so that nobody needs to look into the value itself. */
export interface LoadedRow {
  row: Row
  field(name: string): unknown
}

/** Where committed changes go before anybody may see them. */
export interface Persistence {
  /** All rows in the order of their creation, in portions. `fields` are those that will be asked of each. */
  load(fields: readonly string[]): AsyncIterable<LoadedRow[]>
  save(changed: Row[], removed: { kind: string; id: string }[]): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

/** Fields by which a kind is often asked for, so that such a list never walks over everything. */
const INDEXED: Partial<Record<Kind, string[]>> = {
  charge: ['payment_intent', 'transfer_group', 'customer'],
  refund: ['charge', 'payment_intent'],
  payment_method: ['customer'],
  payment_intent: ['customer'],
  setup_intent: ['customer'],
  transfer: ['transfer_group'],
  dispute: ['charge'],
  balance_transaction: ['source', 'payout'],
  _due: ['ref'],
} as Partial<Record<Kind, string[]>>

/** All committed objects, in memory. Values are frozen: only a `Tx` makes changed copies. */
export class Store {
  #rows = new Map<string, Map<string, Row>>()
  #orders = new Map<string, RowOrder>()
  #indexes = new Map<string, RowOrder>()
  #persistence: Persistence | null
  #stale = false
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
        for (const { row, field } of rows) this.#apply(row, field)
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
    if (this.#persistence) {
      try {
        await this.#persistence.save(changed, removed)
      } catch (error) {
        this.#stale = true
        throw error
      }
    }
    this.version += 1
    for (const row of changed) this.#apply(row)
    for (const { kind, id } of removed) this.#forget(kind, id)
  }

  /** True after a failed commit: memory may lag behind the database and has to be loaded again. */
  get stale(): boolean {
    return this.#stale
  }

  row<K extends Kind>(kind: K, id: string): Row<K> | undefined {
    return this.#rows.get(kind)?.get(id) as Row<K> | undefined
  }

  /** Committed rows of a kind on one account, newest first, from below `beforeSeq` on. */
  *newestFirst<K extends Kind>(kind: K, account: string, beforeSeq: number): Generator<Row<K>> {
    yield* this.#walk(kind, this.#orders.get(`${kind}|${account}`), beforeSeq)
  }

  /** As `newestFirst`, but only rows that had `value` in an indexed field at some time. */
  *byIndex<K extends Kind>(kind: K, field: string, value: string, beforeSeq: number): Generator<Row<K>> {
    yield* this.#walk(kind, this.#indexes.get(`${kind}|${field}|${value}`), beforeSeq)
  }

  isIndexed(kind: Kind, field: string): boolean {
    return INDEXED[kind]?.includes(field) ?? false
  }

  /** How many rows of a kind there are. */
  count(kind: Kind): number {
    return this.#rows.get(kind)?.size ?? 0
  }

  /** The accounts that have, or had, rows of a kind. */
  accountsOf(kind: Kind): string[] {
    const prefix = `${kind}|`
    return [...this.#orders.keys()].filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length))
  }

  /** The kinds of which there are rows. */
  kinds(): Kind[] {
    return [...this.#rows].filter(([, rows]) => rows.size > 0).map(([kind]) => kind as Kind)
  }

  /** Every committed value of a kind, oldest first, whatever the account. */
  *all<K extends Kind>(kind: K): Generator<Row<K>> {
    for (const row of this.#rows.get(kind)?.values() ?? []) yield row as Row<K>
  }

  *#walk<K extends Kind>(kind: K, order: RowOrder | undefined, beforeSeq: number): Generator<Row<K>> {
    if (!order) return
    for (const id of order.newestFirst(beforeSeq)) {
      const row = this.row(kind, id)
      if (row) yield row
    }
  }

  #empty() {
    this.#rows.clear()
    this.#orders.clear()
    this.#indexes.clear()
    this.seq = 0
    this.version += 1
  }

  #apply(row: Row, field = (name: string) => (row.value as unknown as Record<string, unknown>)[name]) {
    const rows = this.#rows.get(row.kind) ?? new Map<string, Row>()
    this.#rows.set(row.kind, rows)
    if (!rows.has(row.id)) this.#orderOf(this.#orders, `${row.kind}|${row.account}`).add(row.seq, row.id)
    rows.set(row.id, deepFreeze(row))
    this.seq = Math.max(this.seq, row.seq)
    for (const name of INDEXED[row.kind] ?? []) {
      const value = field(name)
      if (typeof value !== 'string') continue
      this.#orderOf(this.#indexes, `${row.kind}|${name}|${value}`).add(row.seq, row.id)
    }
  }

  #forget(kind: Kind, id: string) {
    const row = this.#rows.get(kind)?.get(id)
    if (!row) return
    this.#rows.get(kind)?.delete(id)
    this.#drop(this.#orders, `${kind}|${row.account}`, row.seq)
    for (const field of INDEXED[kind] ?? []) {
      const value = (row.value as unknown as Record<string, unknown>)[field]
      if (typeof value === 'string') this.#drop(this.#indexes, `${kind}|${field}|${value}`, row.seq)
    }
  }

  #drop(orders: Map<string, RowOrder>, key: string, seq: number) {
    const order = orders.get(key)
    order?.remove(seq)
    if (order?.size === 0) orders.delete(key)
  }

  #orderOf(orders: Map<string, RowOrder>, key: string): RowOrder {
    const order = orders.get(key) ?? new RowOrder()
    orders.set(key, order)
    return order
  }
}
