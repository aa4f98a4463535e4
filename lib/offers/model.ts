import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { chargeableMoney, deliveryDays, text } from '../form-fields.ts'
import type { Party } from '../orders/model.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const OFFER_STATUSES = ['requested', 'offered', 'accepted', 'declined'] as const
export type OfferStatus = (typeof OFFER_STATUSES)[number]

/** How long an offer stands. */
export const OFFER_DAYS = 14

export const requestOfferInput = z.object({
  requestKey,
  contractorId: z.string().max(40),
  brief: text(20, 4000),
})
export type RequestOfferInput = z.output<typeof requestOfferInput>

export const offerInput = z.object({ offerId: z.string().max(40) })

export const makeOfferInput = offerInput
  .extend({ title: text(3, 120), description: text(10, 4000), deliveryDays })
  .and(chargeableMoney)
export type MakeOfferInput = z.output<typeof makeOfferInput>

/** `version`: when the offer that was read was made, so that nobody accepts another one. */
export const acceptOfferInput = offerInput.extend({ version: z.iso.datetime() })
export type AcceptOfferInput = z.output<typeof acceptOfferInput>

/** What a contractor has named. */
export type Terms = {
  title: string
  description: string
  amount: bigint
  currency: Currency
  deliveryDays: number
  offeredAt: Date
  expiresAt: Date
}

export type OfferView = {
  id: string
  brief: string
  /** `ended`: it was offered, and nobody accepted it in time. */
  status: OfferStatus | 'ended'
  terms: Terms | null
  employer: Party
  contractor: Party
  declinedById: string | null
  orderId: string | null
  createdAt: Date
}

/** What each status means to the side that reads it. */
export const OFFER_STATUS_WORDS: Record<
  OfferView['status'],
  { label: string; employer: string; contractor: string }
> = {
  requested: {
    label: 'Asked for',
    employer: 'The contractor has been told and will name a price.',
    contractor: 'Name a price and a time, or decline.',
  },
  offered: {
    label: 'Offered',
    employer: 'Accept it and hold the money, or decline.',
    contractor: 'The employer has been told. Until they accept you can change it.',
  },
  accepted: { label: 'Accepted', employer: 'It is an order now.', contractor: 'It is an order now.' },
  declined: { label: 'Declined', employer: 'Nothing comes of it.', contractor: 'Nothing comes of it.' },
  ended: {
    label: 'Ended',
    employer: `It stood for ${OFFER_DAYS} days. The contractor can offer it again.`,
    contractor: `It stood for ${OFFER_DAYS} days and was not accepted. You can offer it again.`,
  },
}

export type OfferErrorCode =
  | 'not_found'
  | 'not_payable'
  | 'wrong_currency'
  | 'wrong_state'
  | 'changed'
  | 'too_many_open'
  | 'request_key_reused'

export const OFFER_ERRORS = {
  not_found: { status: 404, message: 'This offer does not exist, or it is not yours.' },
  not_payable: {
    status: 409,
    message: 'This contractor cannot be paid at the moment, so nothing can be ordered.',
  },
  wrong_currency: { status: 409, message: 'Payments go out in another currency now. Reload the page.' },
  wrong_state: { status: 409, message: 'The offer has moved on since this page was loaded. Reload it.' },
  changed: {
    status: 409,
    message: 'The contractor has changed the offer since you read it. Reload and read it again.',
  },
  too_many_open: {
    status: 429,
    message: 'Five of your questions to this contractor are still open. Wait for an answer.',
  },
  request_key_reused: {
    status: 409,
    message: 'This form has already asked something else. Reload the page.',
  },
} as const satisfies ErrorTable<OfferErrorCode>
