import { type Books, follow, newBooks, type Press, type Terms } from './books.ts'

/** What whoever pressed knows afterwards. */
export type Known = 'done' | 'refused' | 'unknown'

/** One way in which it can have come: the books so far, and what may still come into them at any moment. */
type Way = { books: Books; open: readonly Press[] }

const HEARD = ['holdEnds', 'disputeTakes', 'disputeIsWon', 'disputeIsLost', 'refundFails']
const isHeard = ({ kind }: Press) => HEARD.includes(kind)

const keyOf = ({ books, open }: Way) =>
  JSON.stringify([books, open.map(({ key }) => key).sort()], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )

/** What can be seen of an order's books, here and at Stripe, as words. */
export type Seen = Record<string, string>

/**
 * All ways in which an order's life can have gone, given what was pressed and what was told: several when something was
 * pressed at the same time, or when nobody knows whether it came through. The life was right if one of them leads to what is seen.
 */
export class Possible {
  #ways: Way[]
  /** Presses that met others: what they were refused for may be over. */
  readonly #met = new Set<string>()
  /** Presses that have not been answered, by their key: one form may be pressed by several at once. */
  readonly #unanswered = new Map<string, number>()
  readonly #terms: Terms

  constructor(terms: Terms) {
    this.#terms = terms
    this.#ways = [{ books: newBooks(terms), open: [] }]
  }

  /** The books, while there is only one way they can be. */
  get books(): Books {
    const [way] = this.#ways
    if (!way) throw new Error('There are no books')
    return way.books
  }

  /** Whether nobody knows yet what came of a press. */
  get isUnsettled(): boolean {
    return this.#ways.some(({ open }) => open.some(press => !isHeard(press)))
  }

  #keep(ways: Way[]): void {
    this.#ways = [...new Map(ways.map(way => [keyOf(way), way])).values()]
  }

  /** Every order in which what is open may have come into the books by now. */
  #unfold(): Way[] {
    const found = new Map(this.#ways.map(way => [keyOf(way), way]))
    for (const way of found.values()) {
      for (const press of way.open) {
        const after = follow(way.books, press, this.#terms)
        if (!after) continue
        const next = { books: after.books, open: way.open.filter(other => other !== press) }
        found.set(keyOf(next), next)
      }
    }
    return [...found.values()]
  }

  /** Changes what Stripe has, of which nothing is heard yet. */
  let(change: Partial<Books>): void {
    this.#keep(this.#ways.map(way => ({ ...way, books: { ...way.books, ...change } })))
  }

  /** Presses that are under way, or of which nobody knows whether they still are, meet this one. */
  #meet(press: Press): void {
    const open = this.#ways.flatMap(way => way.open.filter(one => !isHeard(one)).map(({ key }) => key))
    const unanswered = [...this.#unanswered].filter(([, count]) => count > 0).map(([key]) => key)
    const others = [...open, ...unanswered].filter(key => key !== press.key)
    if (others.length > 0) for (const key of [press.key, ...others]) this.#met.add(key)
    this.#countUnanswered(press, 1)
  }

  #countUnanswered({ key }: Press, change: 1 | -1): void {
    this.#unanswered.set(key, (this.#unanswered.get(key) ?? 0) + change)
  }

  /** Something is pressed, or may be heard of from now on. */
  begin(press: Press): void {
    if (!isHeard(press)) this.#meet(press)
    this.#keep(
      this.#ways.map(way => {
        const isKnown = way.open.some(({ key }) => key === press.key) || way.books.done.includes(press.key)
        return isKnown ? way : { ...way, open: [...way.open, press] }
      }),
    )
  }

  /** The press has ended, and `known` is what was told. Returns whether that can be true. */
  end(press: Press, known: Known): boolean {
    this.#countUnanswered(press, -1)
    if (known === 'unknown') return true
    const before = this.#unfold()
    const isDone = ({ books }: Way) => books.done.includes(press.key)
    // Two who press at the same time are told of one hold: whose it is, is the same to both.
    const isJoined = ({ books }: Way) =>
      press.kind === 'hold' && this.#met.has(press.key) && HOLDING.includes(books.status)
    const ways = before
      .filter(way => (known === 'done' ? isDone(way) || isJoined(way) : !isDone(way) || isRepeatable(press)))
      .filter(
        way =>
          known === 'done' ||
          isDone(way) ||
          this.#met.has(press.key) ||
          !follow(way.books, press, this.#terms)?.isSure,
      )
      .map(({ books, open }) => ({ books, open: open.filter(({ key }) => key !== press.key) }))
    if (ways.length > 0) this.#keep(ways)
    return ways.length > 0
  }

  /**
   * Everything has come to its end, Stripe has been heard out, and this is seen: whatever was pressed and has not come through by
   * now never will. Returns null when it can have come so, or else what was to be expected.
   */
  settle(seen: Seen): Seen | null {
    const ways = this.#unfold()
    const isSettled = ({ books, open }: Way) =>
      !open.some(press => isHeard(press) && follow(books, press, this.#terms))
    const fitting = ways.filter(way => isSettled(way) && differences(visible(way.books), seen) === 0)
    if (fitting.length === 0) return closest(ways.filter(isSettled), seen)
    this.#keep(fitting.map(({ books, open }) => ({ books, open: open.filter(isHeard) })))
    return null
  }
}

const HOLDING = ['held', 'delivered']

/** A hold that stands is not put on again, and says so. */
const isRepeatable = ({ kind }: Press) => kind === 'hold' || kind === 'renew'

/** What people and Stripe show of the books. */
export function visible(books: Books): Seen {
  const isHolding = (books.status === 'held' || books.status === 'delivered') && !books.isHoldOver
  return {
    status: books.status,
    held: String(isHolding ? books.price : 0n),
    taken: String(books.taken),
    commission: String(books.commissionTaken),
    refunded: String(books.refunded),
    standing: String(books.standing),
    dispute: books.dispute,
    cents: 'agree',
  }
}

const differences = (one: Seen, other: Seen) =>
  Object.keys(one).filter(name => one[name] !== other[name]).length

function closest(ways: Way[], seen: Seen): Seen {
  const [first] = ways
    .map(({ books }) => visible(books))
    .sort((one, other) => differences(one, seen) - differences(other, seen))
  return first ?? { nothing: 'can have led here' }
}
