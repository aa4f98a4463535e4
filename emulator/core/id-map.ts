/** As many characters of an id as those have in common that were made one after the other: `newId`. */
export const COMMON_CHARACTERS = 6

/**
 * A map by id, in which the ids that were made together lie together. One big map would touch memory all over for every row
 * that is added, and be copied whole each time that it grows; here only the newest of many small ones is touched. Any id
 * may be a key; only where it lies depends on its form.
 */
export class IdMap<V> {
  #parts = new Map<string, Map<string, V>>()
  #lastName = ''
  #last: Map<string, V> | undefined
  #size = 0

  get size(): number {
    return this.#size
  }

  get(id: string): V | undefined {
    return this.#partOf(id)?.get(id)
  }

  set(id: string, value: V): void {
    const part = this.#partOf(id) ?? this.#addPart(id)
    const before = part.size
    part.set(id, value)
    this.#size += part.size - before
  }

  delete(id: string): void {
    const part = this.#partOf(id)
    if (!part?.delete(id)) return
    this.#size -= 1
    if (part.size > 0) return
    this.#parts.delete(nameOf(id))
    this.#last = undefined
  }

  /** In the order in which they were added, as far as ids were made in that order. */
  *values(): Generator<V> {
    for (const part of this.#parts.values()) yield* part.values()
  }

  #partOf(id: string): Map<string, V> | undefined {
    if (this.#last && id.startsWith(this.#lastName)) return this.#last
    const name = nameOf(id)
    const part = this.#parts.get(name)
    if (part) this.#remember(name, part)
    return part
  }

  #addPart(id: string): Map<string, V> {
    const name = nameOf(id)
    const part = new Map<string, V>()
    this.#parts.set(name, part)
    this.#remember(name, part)
    return part
  }

  #remember(name: string, part: Map<string, V>): void {
    // Shorter names, and those of other forms, are the beginning of others: they are always looked up.
    const line = name.indexOf('_')
    if (line < 0 || name.length < line + 1 + COMMON_CHARACTERS) return
    this.#lastName = name
    this.#last = part
  }
}

/** The beginning that ids have in common which were made together: `pi_1AbCde`. */
function nameOf(id: string): string {
  return id.slice(0, id.indexOf('_') + 1 + COMMON_CHARACTERS)
}
