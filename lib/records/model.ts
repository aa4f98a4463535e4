import { z } from 'zod'
import { type Currency, isCurrency } from '../currencies.ts'
import { fromDecimal } from '../money.ts'

/** Every list of the console, with the states that its rows can be in; a dispute may be in others of Stripe's. */
export const LISTS = {
  orders: ['placed', 'held', 'delivered', 'approved', 'completed', 'canceled'],
  payments: ['pending', 'requires_action', 'requires_capture', 'succeeded', 'canceled', 'failed'],
  refunds: ['requested', 'pending', 'requires_action', 'succeeded', 'failed', 'canceled'],
  recoveries: ['requested', 'owed', 'succeeded', 'failed', 'returned'],
  payouts: ['requested', 'pending', 'in_transit', 'paid', 'failed', 'canceled'],
  disputes: ['needs_response', 'under_review', 'won', 'lost', 'warning_needs_response', 'warning_closed'],
  users: ['EMPLOYER', 'CONTRACTOR', 'ADMIN', 'suspended'],
  accounts: ['enabled', 'restricted', 'incomplete'],
} as const satisfies Record<string, readonly string[]>
export type ListName = keyof typeof LISTS
export const LIST_NAMES = Object.keys(LISTS) as ListName[]

export function isListName(name: string): name is ListName {
  return Object.hasOwn(LISTS, name)
}

/** Lists whose rows have an amount, by which they can be narrowed and ordered. */
export function hasAmounts(list: ListName): boolean {
  return list !== 'users' && list !== 'accounts'
}

export const RECORD_SORTS = ['newest', 'oldest', 'dearest', 'cheapest'] as const
export type RecordSort = (typeof RECORD_SORTS)[number]

const text = (max: number) => z.string().trim().max(max).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** What an address asks of a list; what makes no sense is left out. `min` and `max` count with a currency only, in minor units. */
export const listRecordsInput = z
  .object({
    q: text(254),
    status: text(40),
    currency: z
      .string()
      .optional()
      .transform(code => (code && isCurrency(code) ? code : undefined)),
    from: day,
    to: day,
    min: text(20),
    max: text(20),
    sort: z.enum(RECORD_SORTS).catch('newest'),
    cursor: text(80),
  })
  .transform(({ min, max, ...rest }) => {
    const minor = (typed: string | undefined) =>
      typed && rest.currency ? fromDecimal(typed, rest.currency)?.amount : undefined
    return { ...rest, min: minor(min), max: minor(max) }
  })
export type ListRecordsInput = z.output<typeof listRecordsInput>

/** One row of any list: what it is, whose, and where it is looked at. */
export type RecordView = {
  id: string
  at: Date
  status: string
  about: string
  who: string
  stripeId: string | null
  amount: bigint | null
  currency: Currency | null
  href: string
}

/** How many of each list a search shows. */
export const SEARCH_SHOWN = 10

/** What a search found of one list, the newest first. */
export type FoundRecords = { list: ListName; records: RecordView[] }
