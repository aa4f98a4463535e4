import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { listFilter } from '../list-filter.ts'

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

/** What an address asks of a list; a state may be one that is new to us. */
export const listRecordsInput = z
  .object({ status: z.string().trim().max(40).optional().catch(undefined) })
  .and(listFilter)
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
