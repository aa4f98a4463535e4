import { deepFreeze } from './copy.ts'
import type { Kind, Kinds, Row } from './kinds.ts'

/** A row whose value is text until somebody looks at it: most of what is written, or loaded at the start, never is. */
export class SealedRow<K extends Kind = Kind> implements Row<K> {
  readonly kind: K
  readonly id: string
  readonly account: string
  readonly seq: number
  #value: Kinds[K] | undefined
  #text: string | Buffer

  /** `text` is the value's JSON; a Buffer is outside of the heap, where the garbage collector does not look. */
  constructor(kind: K, id: string, account: string, seq: number, text: string | Buffer) {
    this.kind = kind
    this.id = id
    this.account = account
    this.seq = seq
    this.#text = text
  }

  /** The value's JSON. */
  get text(): string {
    return this.#text === '' ? JSON.stringify(this.#value) : this.#text.toString()
  }

  get value(): Kinds[K] {
    if (this.#value === undefined) {
      this.#value = deepFreeze(JSON.parse(this.#text.toString()) as Kinds[K])
      this.#text = ''
    }
    return this.#value
  }
}
