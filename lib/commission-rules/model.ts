import { z } from 'zod'
import { LISTING_CATEGORIES, type ListingCategory } from '../catalogue/category-model.ts'
import { type Currency, isCurrency } from '../currencies.ts'
import { reasonOfRecord } from '../reason-of-record.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .default('')
    .transform(value => value || null)

/** `percent` empty: the scope has no rate of its own any more. `startsOn` is a day in UTC; today is at once. */
export const setCommissionRuleInput = z.object({
  requestKey,
  contractor: optional(254),
  listingId: optional(40),
  category: z
    .enum(['', ...LISTING_CATEGORIES], 'console.chooseDecision')
    .default('')
    .transform(value => value || null),
  currency: optional(3).refine(code => code === null || isCurrency(code), 'console.chooseDecision'),
  percent: z
    .string()
    .trim()
    .regex(/^(\d{1,2}([.,]\d{1,2})?|100)?$/, 'commission.percentInvalid'),
  fixed: optional(20),
  startsOn: z.iso.date('commission.dayInvalid'),
  reason: reasonOfRecord,
})
export type SetCommissionRuleInput = z.output<typeof setCommissionRuleInput>

export type CommissionRuleView = {
  id: string
  /** Whom or what it is for; null for everybody. */
  scope:
    | { kind: 'contractor' | 'listing'; id: string; name: string }
    | { kind: 'category'; category: ListingCategory }
    | null
  currency: Currency | null
  /** Basis points; null: the scope has none of its own from then on. */
  bps: number | null
  fixed: bigint
  startsAt: Date
  reason: string
  createdBy: string
  isComing: boolean
}

export type CommissionErrorCode =
  | 'not_found'
  | 'contractor_unknown'
  | 'listing_unknown'
  | 'one_scope'
  | 'fixed_invalid'
  | 'in_the_past'
  | 'request_key_reused'

export const COMMISSION_ERRORS = {
  not_found: { status: 404, message: 'console.userNotFound' },
  contractor_unknown: { status: 422, message: 'commission.contractorUnknown' },
  listing_unknown: { status: 422, message: 'commission.listingUnknown' },
  one_scope: { status: 422, message: 'commission.oneScope' },
  fixed_invalid: { status: 422, message: 'commission.fixedInvalid' },
  in_the_past: { status: 422, message: 'commission.inThePast' },
  request_key_reused: { status: 409, message: 'fields.thisFormWasAlreadySent' },
} as const satisfies ErrorTable<CommissionErrorCode>
