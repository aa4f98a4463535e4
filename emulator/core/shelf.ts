import type { Kind } from './kinds.ts'
import { RowOrder } from './row-order.ts'
import type { SealedRow } from './sealed-row.ts'

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
  readonly rows = new Map<string, SealedRow>()
  /** By account. */
  readonly orders = new Map<string, RowOrder>()
  /** By field and its value. */
  readonly indexes = new Map<string, Map<string, RowOrder>>()

  constructor(kind: Kind) {
    for (const field of INDEXED[kind] ?? []) this.indexes.set(field, new Map())
  }

  /** `field` reads a field of the row's value, so that nobody needs to look into the value itself. */
  put(row: SealedRow, field: (name: string) => unknown) {
    if (!this.rows.has(row.id)) orderOf(this.orders, row.account).add(row.seq, row.id)
    this.rows.set(row.id, row)
    for (const [name, index] of this.indexes) {
      const value = field(name)
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

function orderOf(orders: Map<string, RowOrder>, key: string): RowOrder {
  const known = orders.get(key)
  if (known) return known
  const order = new RowOrder()
  orders.set(key, order)
  return order
}

function drop(orders: Map<string, RowOrder>, key: string, seq: number) {
  const order = orders.get(key)
  order?.remove(seq)
  if (order?.size === 0) orders.delete(key)
}
