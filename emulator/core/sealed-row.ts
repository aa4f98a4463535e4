import { copyOf, deepFreeze } from './copy.ts'
import { KeptText } from './kept-text.ts'
import type { Kind, Kinds, Row } from './kinds.ts'

/** A row whose value is text until somebody looks at it: most of what is written never is looked at again. */
export class SealedRow<K extends Kind = Kind> implements Row<K> {
  readonly kind: K
  readonly id: string
  readonly account: string
  readonly seq: number
  readonly #text: KeptText
  #value: Kinds[K] | undefined

  /** `text` is the value's JSON. */
  constructor(kind: K, id: string, account: string, seq: number, text: string) {
    this.kind = kind
    this.id = id
    this.account = account
    this.seq = seq
    this.#text = new KeptText(text)
  }

  /** The value's JSON. */
  get text(): string {
    return this.#text.toString()
  }

  /** The value, frozen: a change outside a transaction fails loudly instead of silently surviving a rollback. */
  get value(): Kinds[K] {
    this.#value ??= deepFreeze(JSON.parse(this.text) as Kinds[K])
    return this.#value
  }

  /** A copy that may be changed. */
  draft(): Kinds[K] {
    return this.#value === undefined ? (JSON.parse(this.text) as Kinds[K]) : copyOf(this.#value)
  }
}

/** The row as it is kept. */
export function seal<K extends Kind>(row: Row<K>): SealedRow<K> {
  if (row instanceof SealedRow) return row
  return new SealedRow(row.kind, row.id, row.account, row.seq, JSON.stringify(row.value))
}
