/** Ids in order of creation. Adding at the end is the normal case; asking from the middle is a binary search. */
export class RowOrder {
  #seqs: number[] = []
  #ids: string[] = []

  get size(): number {
    return this.#ids.length
  }

  add(seq: number, id: string): void {
    const place = this.#firstFrom(seq)
    if (this.#seqs[place] === seq) return
    this.#seqs.splice(place, 0, seq)
    this.#ids.splice(place, 0, id)
  }

  remove(seq: number): void {
    const place = this.#firstFrom(seq)
    if (this.#seqs[place] !== seq) return
    this.#seqs.splice(place, 1)
    this.#ids.splice(place, 1)
  }

  /** Ids whose seq is below `beforeSeq`, newest first. */
  *newestFirst(beforeSeq: number): Generator<string> {
    for (let i = this.#firstFrom(beforeSeq) - 1; i >= 0; i--) {
      const id = this.#ids[i]
      if (id !== undefined) yield id
    }
  }

  /** The id at a place counted from the oldest; negative places count from the newest. */
  at(place: number): string | undefined {
    return this.#ids.at(place)
  }

  /** The first position whose seq is not below `seq`. */
  #firstFrom(seq: number): number {
    const last = this.#seqs.at(-1)
    if (last === undefined || last < seq) return this.#seqs.length
    let low = 0
    let high = this.#seqs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#seqs[middle] ?? 0) < seq) low = middle + 1
      else high = middle
    }
    return low
  }
}
