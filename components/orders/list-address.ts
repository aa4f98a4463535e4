import { LIST_PARAMETERS } from '#lib/list-filter.ts'
import { toDecimal } from '#lib/money.ts'
import type { ListRecordsInput } from '#lib/records/model.ts'
import { addressOf, firstOf, readTrail, type Trail } from './address.ts'

export type ListAddress<Input = ListRecordsInput> = {
  input: Input
  trail: Trail
  /** What is asked for, as parameters; `sort` only where it is not the usual one. */
  parameters: Record<(typeof LIST_PARAMETERS)[number], string | undefined>
  isFiltered: boolean
}

/** What a list is asked for by its address: everything is in it, so that it can be shared and gone back to. */
export function readListAddress<Input extends ListRecordsInput>(
  schema: { parse: (asked: unknown) => Input },
  asked: Record<string, string | string[] | undefined>,
): ListAddress<Input> {
  const trail = readTrail(firstOf(asked.cursor))
  const typed = Object.fromEntries(LIST_PARAMETERS.map(name => [name, firstOf(asked[name]) || undefined]))
  const input = schema.parse({ ...typed, cursor: trail.current })
  const { q, status, currency, from, to, min, max, sort } = input
  const decimal = (amount: bigint | undefined) =>
    currency && amount !== undefined ? toDecimal({ amount, currency }) : undefined
  const filters = { q, status, currency, from, to, min: decimal(min), max: decimal(max) }
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
  { trail, parameters }: Pick<ListAddress, 'trail' | 'parameters'>,
  nextCursor: string | null,
): { previous?: string; next?: string } {
  const page = (cursor: string) => addressOf(path, { ...parameters, cursor })
  return {
    ...(trail.previous === null ? {} : { previous: page(trail.previous) }),
    ...(nextCursor ? { next: page(trail.next(nextCursor)) } : {}),
  }
}
