const NONE = -1

/**
 * Ids in order of creation. Adding at the end is the normal case; asking from the middle is a binary search. Of the many orders
 * that never have more than one id, such as the charges of one payment, each is this object and nothing else.
 */
export class RowOrder {
  #onlySeq = NONE
  #onlyId = ''
  #many: { seqs: number[]; ids: string[] } | null = null

  get size(): number {
    if (this.#many) return this.#many.ids.length
    return this.#onlySeq === NONE ? 0 : 1
  }

  add(seq: number, id: string): void {
    if (this.#many) insert(this.#many.seqs, this.#many.ids, seq, id)
    else if (this.#onlySeq === NONE) {
      this.#onlySeq = seq
      this.#onlyId = id
    } else if (this.#onlySeq !== seq) {
      this.#many = { seqs: [this.#onlySeq], ids: [this.#onlyId] }
      insert(this.#many.seqs, this.#many.ids, seq, id)
    }
  }

  remove(seq: number): void {
    if (!this.#many) {
      if (this.#onlySeq === seq) this.#onlySeq = NONE
      return
    }
    const { seqs, ids } = this.#many
    const place = firstFrom(seqs, seq)
    if (seqs[place] !== seq) return
    seqs.splice(place, 1)
    ids.splice(place, 1)
  }

  /** Ids whose seq is below `beforeSeq`, newest first. */
  *newestFirst(beforeSeq: number): Generator<string> {
    if (!this.#many) {
      if (this.#onlySeq !== NONE && this.#onlySeq < beforeSeq) yield this.#onlyId
      return
    }
    const { seqs, ids } = this.#many
    for (let i = firstFrom(seqs, beforeSeq) - 1; i >= 0; i--) {
      const id = ids[i]
      if (id !== undefined) yield id
    }
  }

  /** The id at a place counted from the oldest; negative places count from the newest. */
  at(place: number): string | undefined {
    if (this.#many) return this.#many.ids.at(place)
    return this.#onlySeq !== NONE && (place === 0 || place === -1) ? this.#onlyId : undefined
  }
}

function insert(seqs: number[], ids: string[], seq: number, id: string): void {
  const place = firstFrom(seqs, seq)
  if (seqs[place] === seq) return
  if (place === seqs.length) {
    seqs.push(seq)
    ids.push(id)
    return
  }
  seqs.splice(place, 0, seq)
  ids.splice(place, 0, id)
}

/** The first position whose seq is not below `seq`. */
function firstFrom(seqs: number[], seq: number): number {
  const last = seqs.at(-1)
  if (last === undefined || last < seq) return seqs.length
  let low = 0
  let high = seqs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((seqs[middle] ?? 0) < seq) low = middle + 1
    else high = middle
  }
  return low
}
