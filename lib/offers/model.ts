import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { chargeableMoney, deliveryDays, text } from '../form-fields.ts'
import { message } from '../i18n/message.ts'
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
    label: 'work.askedFor',
    employer: 'work.theContractorHasBeenTold',
    contractor: 'work.nameAPriceAndA',
  },
  offered: {
    label: 'work.offered',
    employer: 'work.acceptItAndHoldThe',
    contractor: 'work.theEmployerHasBeenTold',
  },
  accepted: { label: 'work.accepted', employer: 'work.itIsAnOrderNow', contractor: 'work.itIsAnOrderNow' },
  declined: {
    label: 'work.declined',
    employer: 'work.nothingComesOfIt',
    contractor: 'work.nothingComesOfIt',
  },
  ended: {
    label: 'work.ended',
    employer: message('work.itStoodForOfferdaysDays', { offerDays: OFFER_DAYS }),
    contractor: message('work.itStoodForOfferdaysDaysAnd', { offerDays: OFFER_DAYS }),
  },
}

export type OfferErrorCode =
  | 'not_found'
  | 'not_payable'
  | 'wrong_currency'
  | 'wrong_state'
  | 'too_late_to_reopen'
  | 'changed'
  | 'too_many_open'
  | 'request_key_reused'

export const OFFER_ERRORS = {
  not_found: { status: 404, message: 'work.thisOfferDoesNotExist' },
  not_payable: {
    status: 409,
    message: 'work.thisContractorCannotBePaid',
  },
  wrong_currency: { status: 409, message: 'work.paymentsGoOutInAnother' },
  wrong_state: { status: 409, message: 'work.theOfferHasMovedOn' },
  too_late_to_reopen: { status: 409, message: 'undo.tooLateToReopen' },
  changed: {
    status: 409,
    message: 'work.theContractorHasChangedThe',
  },
  too_many_open: {
    status: 429,
    message: 'work.fiveOfYourQuestionsTo',
  },
  request_key_reused: {
    status: 409,
    message: 'work.thisFormHasAlreadyAsked',
  },
} as const satisfies ErrorTable<OfferErrorCode>
