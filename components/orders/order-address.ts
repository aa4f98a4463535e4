import { toDecimal } from '#lib/money.ts'
import { type ListOrdersInput, listOrdersInput } from '#lib/orders/model.ts'
import { addressOf, firstOf, readTrail, type Trail } from './address.ts'

const NAMES = ['status', 'q', 'from', 'to', 'currency', 'min', 'max', 'sort'] as const

export type OrderAddress = {
  input: ListOrdersInput
  trail: Trail
  /** What is asked for, as parameters; `sort` only where it is not the usual one. */
  parameters: Record<string, string | undefined>
  isFiltered: boolean
}

/** What a list of orders is asked for by its address: everything is in it, so that it can be shared and gone back to. */
export function readOrderAddress(asked: Record<string, string | string[] | undefined>): OrderAddress {
  const trail = readTrail(firstOf(asked.cursor))
  const typed = Object.fromEntries(NAMES.map(name => [name, firstOf(asked[name]) || undefined]))
  const input = listOrdersInput.parse({ ...typed, cursor: trail.current })
  const { status, q, from, to, currency, min, max, sort } = input
  const decimal = (amount: bigint | undefined) =>
    currency && amount !== undefined ? toDecimal({ amount, currency }) : undefined
  const filters = { status, q, from, to, currency, min: decimal(min), max: decimal(max) }
  return {
    input,
    trail,
    parameters: { ...filters, sort: sort === 'newest' ? undefined : sort },
    isFiltered: Object.values(filters).some(Boolean) || trail.current !== undefined,
  }
}

/** The addresses of the pages before and after this one, where there are any. */
export function neighbours(
  path: string,
  { trail, parameters }: OrderAddress,
  nextCursor: string | null,
): { previous?: string; next?: string } {
  const page = (cursor: string) => addressOf(path, { ...parameters, cursor })
  return {
    ...(trail.previous === null ? {} : { previous: page(trail.previous) }),
    ...(nextCursor ? { next: page(trail.next(nextCursor)) } : {}),
  }
}
