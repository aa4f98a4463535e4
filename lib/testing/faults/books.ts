// What the money of one order must come to, as somebody with paper and pencil would keep it who knows the rules that people
// are told, and none of our code. Amounts in minor units.

export type Status = 'placed' | 'held' | 'delivered' | 'completed' | 'canceled'

export type Books = {
  status: Status
  /** Stripe let the hold go by its time; whoever looks next finds out. */
  isHoldOver: boolean
  price: bigint
  commission: bigint
  taken: bigint
  commissionTaken: bigint
  /** What the employer has back, and how much of it was with the contractor's share. */
  refunded: bigint
  reversed: bigint
  /** What each refund cost the contractor, by its key. */
  costs: Readonly<Record<string, bigint>>
  /** What of it was asked back from the contractor. */
  recovered: bigint
  /** What the contractor has of it, less what they owe. */
  standing: bigint
  dispute: 'none' | 'taken' | 'won' | 'lost'
  /** What a dispute took from the contractor. */
  disputed: bigint
  /** What has been done, by the key of the press. */
  done: readonly string[]
}

/** What people and admins press, and what Stripe lets be heard of. `key` is the form's: pressed again, it is the same. */
export type Press = { key: string } & (
  | { kind: 'hold' | 'renew' | 'deliver' | 'changes' | 'release' }
  | { kind: 'capture'; amount: bigint | null }
  | { kind: 'refund'; amount: bigint; share: boolean; commission: boolean }
  | { kind: 'recover' | 'payOut'; amount: bigint }
  | { kind: 'holdEnds' | 'disputeTakes' | 'disputeIsWon' | 'disputeIsLost' }
  | { kind: 'refundFails'; refund: Press & { kind: 'refund' } }
)

/** What a card does after it was charged. */
export type CardKind = 'instant' | 'visa' | 'disputing' | 'failing'

/** Whose order it is: a contractor with plenty at Stripe can pay whatever is asked back. */
export type Terms = { card: CardKind; isRich: boolean; price: bigint }

/** The books after a press, and whether it must be granted: money of the contractor's may not be there at this moment. */
export type After = { books: Books; isSure: boolean }

/** Half up. */
export const part = (amount: bigint, of: bigint, whole: bigint): bigint =>
  (2n * amount * of + whole) / (2n * whole)

/** The least that can be charged. */
const LEAST = 50n

export function newBooks({ price }: Terms): Books {
  return {
    status: 'placed',
    isHoldOver: false,
    price,
    commission: part(price, 1n, 10n),
    taken: 0n,
    commissionTaken: 0n,
    refunded: 0n,
    reversed: 0n,
    costs: {},
    recovered: 0n,
    standing: 0n,
    dispute: 'none',
    disputed: 0n,
    done: [],
  }
}

const isOpen = ({ status }: Books) => status === 'held' || status === 'delivered'

function capture(books: Books, amount: bigint | null): Partial<Books> | null {
  const taken = amount ?? books.price
  if (books.status === 'completed') return taken === books.taken ? {} : null
  if (!isOpen(books) || books.isHoldOver || taken < LEAST || taken > books.price) return null
  const commissionTaken = part(books.commission, taken, books.price)
  const standing = books.standing + taken - commissionTaken
  return { status: 'completed', taken, commissionTaken, standing }
}

/** What a refund costs the contractor: its amount, less the commission in proportion. All parts together return all of it. */
function cost(books: Books, { amount, share, commission }: Press & { kind: 'refund' }): bigint {
  if (!share) return 0n
  const returned = (sum: bigint) => part(books.commissionTaken, sum, books.taken)
  const before = books.refunded
  return amount - (commission ? returned(before + amount) - returned(before) : 0n)
}

function refund(books: Books, press: Press & { kind: 'refund' }, terms: Terms): After | null {
  const { amount, share } = press
  const { taken, refunded, reversed, recovered, disputed, dispute } = books
  if (amount <= 0n || amount > taken - refunded) return null
  if (share && amount > taken - reversed) return null
  // A bank that has the money has it whether or not we have heard of it.
  if (terms.card === 'disputing' && dispute !== 'won') return null
  const isThere = terms.isRich || books.standing >= amount + LEAST
  const isWhole = amount <= taken - reversed - recovered - disputed
  const paid = cost(books, press)
  return {
    isSure: dispute === 'none' && (!share || (isThere && isWhole)),
    books: {
      ...books,
      refunded: refunded + amount,
      costs: { ...books.costs, [press.key]: paid },
      reversed: reversed + (share ? amount : 0n),
      standing: books.standing - paid,
    },
  }
}

/** What is asked back before anything was taken is not of this order. */
function recover({ taken, recovered, standing }: Books, amount: bigint): Partial<Books> {
  return { recovered: taken > 0n ? recovered + amount : recovered, standing: standing - amount }
}

/** The bank takes all, and the contractor's part is what they still have of it. */
function disputeTakes(books: Books): Partial<Books> | null {
  if (books.taken === 0n || books.dispute !== 'none') return null
  const left = books.taken - books.commissionTaken - books.recovered
  const disputed = left > 0n ? left : 0n
  return { dispute: 'taken', disputed, standing: books.standing - disputed }
}

/** Whoever hears of it only when it is over has taken nothing. */
function disputeIsWon({ taken, dispute, disputed, standing }: Books): Partial<Books> | null {
  if (taken === 0n || (dispute !== 'none' && dispute !== 'taken')) return null
  return { dispute: 'won', disputed: 0n, standing: standing + disputed }
}

function refundFails(books: Books, refund: Press & { kind: 'refund' }): Partial<Books> | null {
  const paid = books.costs[refund.key]
  if (paid === undefined) return null
  // What is sent to the contractor again is another transfer: the first stays reversed.
  return { refunded: books.refunded - refund.amount, standing: books.standing + paid }
}

function change(books: Books, press: Press): Partial<Books> | null {
  const { status, isHoldOver } = books
  switch (press.kind) {
    case 'hold':
      return status === 'placed' ? { status: 'held' } : null
    case 'renew':
      return isOpen(books) ? { isHoldOver: false } : null
    case 'deliver':
      return status === 'held' ? { status: 'delivered' } : null
    case 'changes':
      return status === 'delivered' ? { status: 'held' } : null
    case 'release':
      return status === 'completed' ? null : { status: 'canceled', isHoldOver: false }
    case 'holdEnds':
      return isHoldOver && isOpen(books) ? { status: 'placed', isHoldOver: false } : null
    case 'capture':
      return capture(books, press.amount)
    case 'recover':
      return press.amount > 0n ? recover(books, press.amount) : null
    case 'payOut':
      return press.amount > 0n ? { standing: books.standing - press.amount } : null
    case 'disputeTakes':
      return disputeTakes(books)
    case 'disputeIsWon':
      return disputeIsWon(books)
    case 'disputeIsLost':
      return books.dispute === 'taken' ? { dispute: 'lost' } : null
    case 'refundFails':
      return refundFails(books, press.refund)
    default:
      return null
  }
}

/** Whether the money for it is certainly there. */
function isSure(books: Books, press: Press, terms: Terms): boolean {
  if (press.kind === 'renew') return !books.isHoldOver
  if (press.kind === 'deliver' || press.kind === 'changes') return !books.isHoldOver
  if (press.kind !== 'payOut') return true
  return terms.isRich
}

/** The books after a press is granted; null when it must be refused. What was done once is not done again. */
export function follow(books: Books, press: Press, terms: Terms): After | null {
  if (books.done.includes(press.key)) return { books, isSure: true }
  const changed = press.kind === 'refund' ? null : change(books, press)
  const after =
    press.kind === 'refund'
      ? refund(books, press, terms)
      : changed && { books: { ...books, ...changed }, isSure: isSure(books, press, terms) }
  if (!after) return null
  const done = [...books.done, press.key].sort()
  return { ...after, books: { ...after.books, done } }
}
