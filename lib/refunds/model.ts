import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import type { RetransferView } from '../retransfers/model.ts'

export const REFUND_STATUSES = [
  'requested',
  'pending',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]

/** Refunds in these statuses have returned money, or may: they count against what is left to refund. */
export const COUNTED_STATUSES = ['requested', 'pending', 'requires_action', 'succeeded'] as const

export const REFUND_REASONS = {
  requested_by_customer: 'refunds.askedForByEmployer',
  not_delivered: 'refunds.notDelivered',
  not_as_agreed: 'refunds.notAsAgreed',
  duplicate: 'refunds.chargedTwice',
  fraudulent: 'refunds.fraud',
} as const satisfies Record<string, MessageKey>
export type RefundReason = keyof typeof REFUND_REASONS

const checkbox = z
  .enum(['on', 'true', 'false'])
  .optional()
  .transform(value => value === 'on' || value === 'true')

/** `amount` as typed by the admin; empty means all that is left. */
export const requestRefundInput = z
  .object({
    requestKey,
    paymentId: z.string().max(40),
    amount: z.string().trim().max(20).optional(),
    reverseTransfer: checkbox,
    refundCommission: checkbox,
    reason: z.enum(Object.keys(REFUND_REASONS) as [RefundReason, ...RefundReason[]], 'refunds.chooseReason'),
    note: z.string().trim().max(500, 'refunds.noteTooLong').default(''),
  })
  .refine(input => input.reverseTransfer || !input.refundCommission, {
    path: ['refundCommission'],
    message: 'refunds.commissionNeedsShare',
  })
export type RequestRefundInput = z.output<typeof requestRefundInput>

export type RefundView = {
  id: string
  amount: bigint
  currency: Currency
  status: RefundStatus
  reverseTransfer: boolean
  refundCommission: boolean
  amountReversed: bigint
  commissionRefunded: bigint
  /** What a refund that failed had taken from the contractor, on its way back to them or there. */
  givenBack: RetransferView | null
  reason: RefundReason
  note: string
  failureReason: string | null
  createdByName: string
  createdAt: Date
}

/** What refunds have cost the contractor, in minor units: the reversed share, less returned commission and what was given back. */
export function takenByRefunds(refunds: RefundView[]): bigint {
  return refunds.reduce((sum, { amountReversed, commissionRefunded, givenBack }) => {
    const returned = givenBack?.status === 'succeeded' ? givenBack.amount : 0n
    return sum + amountReversed - commissionRefunded - returned
  }, 0n)
}

/** Who gains (+) and loses (-) by a refund, in minor units. Stripe keeps its processing fee. */
export type RefundPreview = {
  currency: Currency
  amount: bigint
  employer: bigint
  contractor: bigint
  platform: bigint
  commissionReturned: bigint
}

/** What can be taken back of a payment's transfer at this moment, and what the contractor has pending, in minor units. */
export type ContractorShare = { now: bigint; pending: bigint }

/** What a refund has moved, as its preview had said. */
export function movedBy({ currency, amount, amountReversed, commissionRefunded }: RefundView): RefundPreview {
  return {
    ...{ currency, amount, employer: amount, commissionReturned: commissionRefunded },
    contractor: commissionRefunded - amountReversed,
    platform: amountReversed - amount - commissionRefunded,
  }
}

export type RefundErrorCode =
  | 'not_found'
  | 'amount_invalid'
  | 'amount_too_large'
  | 'nothing_captured'
  | 'contractor_balance_short'
  | 'transfer_short'
  | 'disputed'
  | 'request_key_reused'
  | 'refused_by_stripe'
  | 'needs_second'
  | 'processing'

export const REFUND_ERRORS = {
  not_found: { status: 404, message: 'refunds.noPayment' },
  amount_invalid: {
    status: 422,
    message: 'refunds.amountInvalid',
  },
  amount_too_large: {
    status: 409,
    message: 'refunds.moreThanLeft',
  },
  nothing_captured: {
    status: 409,
    message: 'refunds.nothingCaptured',
  },
  contractor_balance_short: {
    status: 409,
    message: 'refunds.contractorShort',
  },
  disputed: {
    status: 409,
    message: 'refunds.disputed',
  },
  transfer_short: {
    status: 409,
    message: 'refunds.transferShort',
  },
  request_key_reused: {
    status: 409,
    message: 'refunds.formReused',
  },
  refused_by_stripe: {
    status: 409,
    message: 'refunds.refusedByStripe',
  },
  needs_second: {
    status: 409,
    message: 'refunds.needsSecond',
  },
  processing: {
    status: 202,
    message: 'refunds.processing',
  },
} as const satisfies ErrorTable<RefundErrorCode>
