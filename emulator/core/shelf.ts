import { IdMap } from './id-map.ts'
import type { KeptRow } from './kept-row.ts'
import type { Kind } from './kinds.ts'
import { RowOrder } from './row-order.ts'

/** Fields by which a kind is often asked for, so that such a list never walks over everything. */
export const INDEXED: Partial<Record<Kind, string[]>> = {
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

/** Everything of one kind. */
export class Shelf {
  readonly rows = new IdMap<KeptRow>()
  /** By account. */
  readonly orders = new Map<string, RowOrder<KeptRow>>()
  /** By field and its value. */
  readonly indexes: { field: string; orders: IdMap<RowOrder<KeptRow>> }[] = []
  #oldestFirst: KeptRow[] | null = null

  constructor(kind: Kind) {
    for (const field of INDEXED[kind] ?? []) this.indexes.push({ field, orders: new IdMap() })
  }

  /**
   * Takes a new row in, or what a draft made of one. `fields` tells the row's value's fields, so that nobody needs to look into the value
   * itself. Returns the row that is kept: the same for as long as it is there.
   */
  put(row: KeptRow, isNew: boolean, fields: { field(name: string): unknown }): KeptRow {
    const kept = isNew ? row : this.#become(row)
    if (kept === row) {
      orderOf(this.orders, row.account).add(row)
      this.rows.set(row.id, row)
      this.#oldestFirst = null
    }
    for (const { field, orders } of this.indexes) {
      const value = fields.field(field)
      if (typeof value === 'string') orderOf(orders, value).add(kept)
    }
    return kept
  }

  remove(id: string): void {
    const row = this.rows.get(id)
    if (!row) return
    this.rows.delete(id)
    this.#oldestFirst = null
    drop(this.orders, row.account, row.seq)
    for (const { field, orders } of this.indexes) {
      const value = (row.value as unknown as Record<string, unknown>)[field]
      if (typeof value === 'string') drop(orders, value, row.seq)
    }
    row.end()
  }

  /** The order of the rows that had a value in an indexed field at some time; those that are gone may be among them. */
  orderBy(field: string, value: string): RowOrder<KeptRow> | undefined {
    return this.indexes.find(index => index.field === field)?.orders.get(value)
  }

  /** All rows, oldest first. */
  get oldestFirst(): readonly KeptRow[] {
    if (this.#oldestFirst) return this.#oldestFirst
    const rows = [...this.rows.values()].sort((a, b) => a.seq - b.seq)
    if (rows.length <= FEW) this.#oldestFirst = rows
    return rows
  }

  #become(draft: KeptRow): KeptRow {
    const known = this.rows.get(draft.id)
    known?.become(draft)
    return known ?? draft
  }
}

/** So many rows of a kind are kept in order for who asks for all of them, such as the endpoints of webhooks with every event. */
const FEW = 1000

interface Orders {
  get(key: string): RowOrder<KeptRow> | undefined
  set(key: string, order: RowOrder<KeptRow>): unknown
}

function orderOf(orders: Orders, key: string): RowOrder<KeptRow> {
  const known = orders.get(key)
  if (known) return known
  const order = new RowOrder<KeptRow>()
  orders.set(key, order)
  return order
}

function drop(orders: Orders & { delete(key: string): unknown }, key: string, seq: number): void {
  const order = orders.get(key)
  order?.remove(seq)
  if (order?.size === 0) orders.delete(key)
}
