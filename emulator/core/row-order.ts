/** What can be kept in order: `seq` grows with every creation. */
interface Placed {
  readonly seq: number
}

/**
 * Rows in order of creation. Adding at the end is the normal case; asking from the middle is a binary search. Of the many orders
 * that never have more than one row, such as the charges of one payment, each is this object and nothing else.
 */
export class RowOrder<R extends Placed> {
  #only: R | null = null
  #many: R[] | null = null

  get size(): number {
    if (this.#many) return this.#many.length
    return this.#only === null ? 0 : 1
  }

  /** Adds a row, unless it is there. */
  add(row: R): void {
    if (this.#many) insert(this.#many, row)
    else if (this.#only === null) this.#only = row
    else if (this.#only.seq !== row.seq) {
      this.#many = [this.#only]
      this.#only = null
      insert(this.#many, row)
    }
  }

  remove(seq: number): void {
    if (!this.#many) {
      if (this.#only?.seq === seq) this.#only = null
      return
    }
    const place = firstFrom(this.#many, seq)
    if (this.#many[place]?.seq === seq) this.#many.splice(place, 1)
  }

  /** Rows whose seq is below `beforeSeq`, newest first. */
  *newestFirst(beforeSeq: number): Generator<R> {
    if (this.#only && this.#only.seq < beforeSeq) yield this.#only
    if (!this.#many) return
    for (let i = firstFrom(this.#many, beforeSeq) - 1; i >= 0; i--) {
      const row = this.#many[i]
      if (row) yield row
    }
  }

  /** The row at a place counted from the oldest; negative places count from the newest. */
  at(place: number): R | undefined {
    if (this.#many) return this.#many.at(place)
    return this.#only !== null && (place === 0 || place === -1) ? this.#only : undefined
  }
}

function insert<R extends Placed>(rows: R[], row: R): void {
  const place = firstFrom(rows, row.seq)
  if (place === rows.length) rows.push(row)
  else if (rows[place]?.seq !== row.seq) rows.splice(place, 0, row)
}

/** The first position whose seq is not below `seq`. */
function firstFrom<R extends Placed>(rows: R[], seq: number): number {
  const last = rows.at(-1)
  if (last === undefined || last.seq < seq) return rows.length
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.seq ?? 0) < seq) low = middle + 1
    else high = middle
  }
  return low
}
