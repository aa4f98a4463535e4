import { copyOf, deepFreeze } from './copy.ts'
import { KeptText } from './kept-text.ts'
import type { Kind, Kinds, Row } from './kinds.ts'

/** May be changed in place; may not; may not, and is frozen so that trying fails; is no longer there. */
type State = 'open' | 'kept' | 'frozen' | 'gone'

/**
 * One row, from the transaction that makes it on. Its value is an object or its JSON, whichever was there first: most of what
 * is written is never looked at again, so neither is made of the other before somebody asks.
 */
export class KeptRow<K extends Kind = Kind> implements Row<K> {
  readonly kind: K
  readonly id: string
  readonly account: string
  readonly seq: number
  #value: Kinds[K] | undefined
  #text: KeptText | null
  #state: State

  private constructor(
    place: Omit<Row<K>, 'value'>,
    value: Kinds[K] | undefined,
    text: KeptText | null,
    state: State,
  ) {
    this.kind = place.kind
    this.id = place.id
    this.account = place.account
    this.seq = place.seq
    this.#value = value
    this.#text = text
    this.#state = state
  }

  /** A row that its transaction may still change. */
  static open<K extends Kind>(row: Row<K>): KeptRow<K> {
    return new KeptRow(row, row.value, null, 'open')
  }

  /** A committed row, of its value's JSON. */
  static read<K extends Kind>(place: Omit<Row<K>, 'value'>, text: string): KeptRow<K> {
    return new KeptRow<K>(place, undefined, new KeptText(text), 'kept')
  }

  /** Whether the value may be changed in place. */
  get isOpen(): boolean {
    return this.#state === 'open'
  }

  /** Whether it was removed. */
  get isGone(): boolean {
    return this.#state === 'gone'
  }

  /** The row was removed: who still holds it can tell, and still read it. */
  end(): void {
    this.#value = this.value
    this.#state = 'gone'
  }

  /** Takes over what a committed draft of this row made of it. */
  become(draft: KeptRow<K>): void {
    this.#value = draft.#value
    this.#text = draft.#text
    this.#state = draft.#state
  }

  /** From here on nobody changes the value any more. */
  close(): void {
    this.#state = 'kept'
  }

  /** The value's JSON, made once. */
  get text(): string {
    this.#text ??= new KeptText(JSON.stringify(this.#value))
    return this.#text.toString()
  }

  /** The value. Once committed it is frozen: a change outside a transaction fails loudly instead of silently surviving a rollback. */
  get value(): Kinds[K] {
    if (this.#state === 'kept') {
      this.#value = deepFreeze(this.#value ?? (JSON.parse(this.text) as Kinds[K]))
      this.#state = 'frozen'
    }
    return this.#value as Kinds[K]
  }

  /** A field of the value, without a look at the rest of it. */
  field(name: string): unknown {
    return (this.#value as unknown as Record<string, unknown> | undefined)?.[name]
  }

  /** The same row with a copy of the value that may be changed. */
  draft(): KeptRow<K> {
    const value =
      this.#value === undefined
        ? (JSON.parse(this.text) as Kinds[K])
        : copyOf(this.kind, this.#value as object as Kinds[K] & object)
    return new KeptRow(this as Omit<Row<K>, 'value'>, value, null, 'open')
  }

  /** Keeps the value as text only, outside of the heap. */
  fade(): void {
    this.#text ??= new KeptText(JSON.stringify(this.#value))
    this.#value = undefined
    this.#state = 'kept'
  }
}
