import { KeptRow } from './kept-row.ts'
import type { Kind, Kinds, Row } from './kinds.ts'
import type { Store } from './store.ts'

/** What a transaction knows of the world: the virtual time and the request that it serves. */
export interface TxInfo {
  /** Unix seconds of the virtual clock. */
  now: number
  requestId: string | null
  idempotencyKey: string | null
}

/** What a transaction leaves behind. */
export interface Changes {
  changed: KeptRow[]
  removed: { kind: Kind; id: string }[]
}

/** How to narrow a list; `by` uses an index where the store has one. */
export interface ListQuery<K extends Kind> {
  by?: { field: string; value: string } | undefined
  where?: ((value: Kinds[K]) => boolean) | undefined
  /** Only rows older than the row with this seq. */
  beforeSeq?: number | undefined
}

/**
 * One request's or one task's view of the store: reads see its own changes, nobody else sees them before
 * the commit, and dropping the object drops them.
 */
export class Tx {
  readonly now: number
  readonly requestId: string | null
  readonly idempotencyKey: string | null
  #store: Store
  /** By kind and id. */
  #overlay = new Map<Kind, Map<string, KeptRow>>()
  #removed = new Map<Kind, Set<string>>()
  #seq: number

  constructor(store: Store, info: TxInfo) {
    this.#store = store
    this.#seq = store.seq
    this.now = info.now
    this.requestId = info.requestId
    this.idempotencyKey = info.idempotencyKey
  }

  /** The row, or undefined. The value may be frozen: use `edit` to change it. */
  row<K extends Kind>(kind: K, id: string): KeptRow<K> | undefined {
    if (this.#removed.size > 0 && this.#removed.get(kind)?.has(id)) return undefined
    return (this.#overlay.get(kind)?.get(id) as KeptRow<K> | undefined) ?? this.#store.row(kind, id)
  }

  /** The value, or undefined, whatever account it belongs to. */
  find<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.row(kind, id)?.value
  }

  /** The value. Throws when there is none: for references that the emulator itself made. */
  get<K extends Kind>(kind: K, id: string): Kinds[K] {
    const value = this.find(kind, id)
    if (!value) throw new Error(`There is no ${kind} ${id}, though something refers to it`)
    return value
  }

  /** The value as it was before this transaction. */
  before<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.#store.row(kind, id)?.value
  }

  /** A copy that may be changed, as far as its type lets; it is saved at the commit. */
  edit<K extends Kind>(kind: K, id: string): Kinds[K] {
    const row = this.row(kind, id)
    if (!row) throw new Error(`There is no ${kind} ${id} to change`)
    if (row.isOpen) return row.value
    const draft = row.draft()
    this.#over(kind).set(id, draft as unknown as KeptRow)
    return draft.value
  }

  /** Adds an object, or replaces one that is there (keeping its place in lists). Returns the value. */
  put<K extends Kind>(kind: K, id: string, value: Kinds[K], account: string): Kinds[K] {
    const seq = this.row(kind, id)?.seq ?? ++this.#seq
    this.#removed.get(kind)?.delete(id)
    this.#over(kind).set(id, KeptRow.open({ kind, id, account, seq, value }) as unknown as KeptRow)
    return value
  }

  /** Adds an object under an id that was made just now. Returns the value. */
  add<K extends Kind>(kind: K, id: string, value: Kinds[K], account: string): Kinds[K] {
    const row = KeptRow.open({ kind, id, account, seq: ++this.#seq, value })
    this.#over(kind).set(id, row as unknown as KeptRow)
    return value
  }

  /** Forgets an object, leaving no trace. */
  remove(kind: Kind, id: string): void {
    this.#overlay.get(kind)?.delete(id)
    if (!this.#store.row(kind, id)) return
    const removed = this.#removed.get(kind) ?? new Set()
    this.#removed.set(kind, removed.add(id))
  }

  /** Values of a kind on one account, newest first, one at a time. */
  *list<K extends Kind>(kind: K, account: string, query: ListQuery<K> = {}): Generator<Kinds[K]> {
    const beforeSeq = query.beforeSeq ?? Number.POSITIVE_INFINITY
    const { by, where } = query
    for (const row of this.#rows(kind, account, query, beforeSeq)) {
      if (row.account !== account) continue
      if (by && (row.value as unknown as Record<string, unknown>)[by.field] !== by.value) continue
      if (!where || where(row.value)) yield row.value
    }
  }

  /** Every value of a kind, whatever the account, oldest first. */
  *all<K extends Kind>(kind: K): Generator<Row<K>> {
    for (const row of this.#store.all(kind)) {
      const current = this.row(kind, row.id)
      if (current) yield current
    }
    for (const row of this.#fresh(kind)) yield row
  }

  /** What the commit has to write. */
  changes(): Changes {
    const changed: KeptRow[] = []
    for (const rows of this.#overlay.values()) for (const row of rows.values()) changed.push(row)
    return {
      changed,
      removed: [...this.#removed].flatMap(([kind, ids]) => [...ids].map(id => ({ kind, id }))),
    }
  }

  *#rows<K extends Kind>(kind: K, account: string, query: ListQuery<K>, beforeSeq: number) {
    const fresh = this.#fresh(kind).filter(row => row.seq < beforeSeq)
    yield* fresh.sort((a, b) => b.seq - a.seq)
    const { by } = query
    const committed =
      by && this.#store.isIndexed(kind, by.field)
        ? this.#store.byIndex(kind, by.field, by.value, beforeSeq)
        : this.#store.newestFirst(kind, account, beforeSeq)
    for (const row of committed) {
      const current = this.row(kind, row.id)
      if (current) yield current
    }
  }

  /** Rows that this transaction added. */
  #fresh<K extends Kind>(kind: K): Row<K>[] {
    const rows = [...(this.#overlay.get(kind)?.values() ?? [])] as unknown as Row<K>[]
    return rows.filter(row => row.seq > this.#store.seq)
  }

  #over(kind: Kind): Map<string, KeptRow> {
    const known = this.#overlay.get(kind)
    if (known) return known
    const rows = new Map<string, KeptRow>()
    this.#overlay.set(kind, rows)
    return rows
  }
}
