import { z } from 'zod'
import { isCurrency } from './currencies.ts'
import { fromDecimal } from './money.ts'

export const LIST_SORTS = ['newest', 'oldest', 'dearest', 'cheapest'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** The parameters of a list's address that say how it is looked at; beside them there is only the page's place. */
export const LIST_PARAMETERS = ['q', 'status', 'currency', 'from', 'to', 'min', 'max', 'sort'] as const

const text = (max: number) => z.string().trim().max(max).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/**
 * What an address asks of a list of things with amounts, beside their state; what makes no sense is left out. `min` and `max` count
 * with a currency only, in minor units.
 */
export const listFilter = z
  .object({
    q: text(254),
    currency: z
      .string()
      .optional()
      .transform(code => (code && isCurrency(code) ? code : undefined)),
    from: day,
    to: day,
    min: text(20),
    max: text(20),
    sort: z.enum(LIST_SORTS).catch('newest'),
    cursor: text(80),
  })
  .transform(({ min, max, ...rest }) => {
    const minor = (typed: string | undefined) =>
      typed && rest.currency ? fromDecimal(typed, rest.currency)?.amount : undefined
    return { ...rest, min: minor(min), max: minor(max) }
  })
