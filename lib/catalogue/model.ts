import { z } from 'zod'
import { CURRENCIES, type Currency, isCurrency } from '../currencies.ts'
import { chargeableMoney, deliveryDays, text } from '../form-fields.ts'
import { fromDecimal } from '../money.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { LISTING_CATEGORIES, type ListingCategory } from './category-model.ts'

export const LISTING_STATUSES = ['draft', 'published', 'unpublished'] as const
export type ListingStatus = (typeof LISTING_STATUSES)[number]

export const LISTING_STATUS_WORDS: Record<ListingStatus, { label: string; meaning: string }> = {
  draft: { label: 'work.draft', meaning: 'work.onlyYouSeeIt' },
  published: { label: 'work.published', meaning: 'work.employersFindItAndCan' },
  unpublished: { label: 'work.unpublished', meaning: 'work.nobodyFindsItAnyMore' },
}

const listingFields = z.object({
  title: text(3, 120),
  category: z.enum(LISTING_CATEGORIES, 'work.chooseACategory'),
  description: text(30, 4000),
  deliveryDays,
})

export const createListingInput = listingFields.extend({ requestKey }).and(chargeableMoney)
export type CreateListingInput = z.output<typeof createListingInput>

export const listingInput = z.object({ listingId: z.string().max(40) })
export const editListingInput = listingFields.extend(listingInput.shape).and(chargeableMoney)
export type EditListingInput = z.output<typeof editListingInput>

export const LISTING_SORTS = ['newest', 'cheapest', 'dearest', 'fastest'] as const
export type ListingSort = (typeof LISTING_SORTS)[number]
export const LISTING_SORT_WORDS: Record<ListingSort, string> = {
  newest: 'work.newestFirst',
  cheapest: 'work.lowestPriceFirst',
  dearest: 'work.highestPriceFirst',
  fastest: 'work.fastestFirst',
}

const days = z.coerce.number().int().min(1).max(90)

/** The catalogue's address: what cannot be read is left out. A highest price only means something in one currency. */
export const searchListingsInput = z
  .object({
    q: z.string().trim().max(120).optional().catch(undefined),
    category: z.enum(LISTING_CATEGORIES).optional().catch(undefined),
    currency: z.string().refine(isCurrency).optional().catch(undefined),
    max: z.string().max(20).optional().catch(undefined),
    days: days.optional().catch(undefined),
    sort: z.enum(LISTING_SORTS).catch('newest'),
    contractorId: z.string().max(40).optional().catch(undefined),
    cursor: z.string().max(80).optional().catch(undefined),
  })
  .transform(({ currency, max, ...rest }) => {
    const known = currency && isCurrency(currency) ? currency : undefined
    const most = known && max ? (fromDecimal(max, known)?.amount ?? undefined) : undefined
    return { ...rest, currency: known, max: most }
  })
export type SearchListingsInput = z.output<typeof searchListingsInput>

/** The currencies in which something could be sold, for the filter. */
export const LISTING_CURRENCIES = Object.keys(CURRENCIES).filter(isCurrency)

export type ListingSummary = {
  id: string
  title: string
  category: ListingCategory
  amount: bigint
  currency: Currency
  deliveryDays: number
  /** The picture's address; null where there is none. */
  coverUrl: string | null
  contractor: { userId: string; displayName: string }
}

export type ListingDetail = ListingSummary & { description: string; publishedAt: Date | null }

/** A contractor's own listing, in whatever state. */
export type OwnListing = Omit<ListingDetail, 'contractor'> & { status: ListingStatus; orderCount: number }

export const COVER_BYTES_MAX = 8 * 1024 * 1024

export type ListingErrorCode =
  | 'not_found'
  | 'no_currency'
  | 'wrong_currency'
  | 'not_payable'
  | 'request_key_reused'

export const LISTING_ERRORS = {
  not_found: { status: 404, message: 'work.thisListingDoesNotExist' },
  no_currency: {
    status: 409,
    message: 'work.beginYourVerificationFirstIt',
  },
  wrong_currency: { status: 409, message: 'work.youArePaidInAnother' },
  not_payable: {
    status: 409,
    message: 'work.stripeHasToVerifyYou',
  },
  request_key_reused: {
    status: 409,
    message: 'work.thisFormHasAlreadyMade',
  },
} as const satisfies ErrorTable<ListingErrorCode>

export type CoverErrorCode =
  | 'not_found'
  | 'too_large'
  | 'empty_file'
  | 'upload_cut_off'
  | 'not_a_picture'
  | 'too_small'

export const COVER_ERRORS = {
  not_found: LISTING_ERRORS.not_found,
  too_large: { status: 413, message: 'work.thisPictureIsLargerThan' },
  empty_file: { status: 400, message: 'work.chooseAPictureFirst' },
  upload_cut_off: { status: 400, message: 'work.thePictureDidNotArrive' },
  not_a_picture: {
    status: 415,
    message: 'work.thisIsNotAPicture',
  },
  too_small: { status: 422, message: 'work.thisPictureIsTooSmall' },
} as const satisfies ErrorTable<CoverErrorCode>

export function isCoverError(code: unknown): code is CoverErrorCode {
  return typeof code === 'string' && Object.hasOwn(COVER_ERRORS, code)
}
