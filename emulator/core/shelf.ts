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
  readonly orders = new Map<string, RowOrder>()
  /** By field and its value. */
  readonly indexes = new Map<string, IdMap<RowOrder>>()

  constructor(kind: Kind) {
    for (const field of INDEXED[kind] ?? []) this.indexes.set(field, new IdMap())
  }

  /** `fields` tells the row's value's fields, so that nobody needs to look into the value itself. */
  put(row: KeptRow, isNew: boolean, fields: { field(name: string): unknown }) {
    if (isNew) orderOf(this.orders, row.account).add(row.seq, row.id)
    this.rows.set(row.id, row)
    for (const [name, index] of this.indexes) {
      const value = fields.field(name)
      if (typeof value === 'string') orderOf(index, value).add(row.seq, row.id)
    }
  }

  remove(id: string) {
    const row = this.rows.get(id)
    if (!row) return
    this.rows.delete(id)
    drop(this.orders, row.account, row.seq)
    for (const [name, index] of this.indexes) {
      const value = (row.value as unknown as Record<string, unknown>)[name]
      if (typeof value === 'string') drop(index, value, row.seq)
    }
  }
}

type Orders = Pick<IdMap<RowOrder>, 'get' | 'set' | 'delete'> | Map<string, RowOrder>

function orderOf(orders: Orders, key: string): RowOrder {
  const known = orders.get(key)
  if (known) return known
  const order = new RowOrder()
  orders.set(key, order)
  return order
}

function drop(orders: Orders, key: string, seq: number) {
  const order = orders.get(key)
  order?.remove(seq)
  if (order?.size === 0) orders.delete(key)
}
