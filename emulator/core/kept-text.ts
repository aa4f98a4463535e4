const SLAB_BYTES = 1024 * 1024
/** The most bytes that UTF-8 needs for one unit of a string. */
const BYTES_PER_UNIT = 3

let slab = Buffer.alloc(0)
let used = 0

/** A text outside of the heap, many to one buffer: hundreds of thousands of them are nothing to the garbage collector. */
export class KeptText {
  readonly #slab: Buffer
  readonly #start: number
  readonly #end: number

  constructor(text: string) {
    const room = text.length * BYTES_PER_UNIT
    if (slab.length - used < room) {
      slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, room))
      used = 0
    }
    this.#slab = slab
    this.#start = used
    used += slab.write(text, used)
    this.#end = used
  }

  toString(): string {
    return this.#slab.toString('utf8', this.#start, this.#end)
  }
}
