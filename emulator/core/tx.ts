import { KeptRow } from './kept-row.ts'
import type { Kind, Kinds, Row } from './kinds.ts'
import { Overlay } from './overlay.ts'
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
  /** What every event of this transaction names as its cause. */
  readonly request: Readonly<{ id: string | null; idempotency_key: string | null }>
  #store: Store
  #overlay = new Overlay()
  #removed = new Map<Kind, Set<string>>()
  #seq: number

  constructor(store: Store, info: TxInfo) {
    this.#store = store
    this.#seq = store.seq
    this.now = info.now
    this.request = { id: info.requestId, idempotency_key: info.idempotencyKey }
  }

  /** The row, or undefined. The value may be frozen: use `edit` to change it. */
  row<K extends Kind>(kind: K, id: string): KeptRow<K> | undefined {
    if (this.#removed.size > 0 && this.#removed.get(kind)?.has(id)) return undefined
    return (this.#overlay.get(kind, id) as KeptRow<K> | undefined) ?? this.#store.row(kind, id)
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
    this.#overlay.remove(kind, id)
    this.#overlay.add(draft as unknown as KeptRow)
    return draft.value
  }

  /** What was added or edited is done: its value is frozen, and another `edit` gives another copy. */
  close(kind: Kind, id: string): void {
    const row = this.#overlay.get(kind, id)
    if (!row?.isOpen) return
    Object.freeze(row.value)
    row.close()
  }

  /** Adds an object, or replaces one that is there (keeping its place in lists). Returns the value. */
  put<K extends Kind>(kind: K, id: string, value: Kinds[K], account: string): Kinds[K] {
    const known = this.#overlay.get(kind, id) ?? this.#store.row(kind, id)
    this.#removed.get(kind)?.delete(id)
    this.#overlay.remove(kind, id)
    return this.#open({ kind, id, account, seq: known?.seq ?? ++this.#seq, value })
  }

  /** Adds an object under an id that was made just now. Returns the value. */
  add<K extends Kind>(kind: K, id: string, value: Kinds[K], account: string): Kinds[K] {
    return this.#open({ kind, id, account, seq: ++this.#seq, value })
  }

  /** Forgets an object, leaving no trace. */
  remove(kind: Kind, id: string): void {
    this.#overlay.remove(kind, id)
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
  all<K extends Kind>(kind: K): readonly Row<K>[] {
    const committed = this.#store.all(kind)
    if (!this.#removed.has(kind) && !this.#overlay.rows.some(row => row.kind === kind)) return committed
    return [...committed.flatMap(row => this.row(kind, row.id) ?? []), ...this.#fresh(kind)]
  }

  /** What the commit has to write. */
  changes(): Changes {
    const removed: Changes['removed'] = []
    for (const [kind, ids] of this.#removed) for (const id of ids) removed.push({ kind, id })
    return { changed: this.#overlay.rows, removed }
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
    const { seq } = this.#store
    return this.#overlay.rows.filter(row => row.kind === kind && row.seq > seq) as unknown as Row<K>[]
  }

  #open<K extends Kind>(row: Row<K>): Kinds[K] {
    this.#overlay.add(KeptRow.open(row) as unknown as KeptRow)
    return row.value
  }
}
