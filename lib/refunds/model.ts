import { z } from 'zod'
import type { Currency } from '../currencies.ts'
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
  requested_by_customer: 'Asked for by the employer',
  not_delivered: 'Work was not delivered',
  not_as_agreed: 'Work was not as agreed',
  duplicate: 'Charged twice',
  fraudulent: 'Fraud',
} as const
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
    reason: z.enum(Object.keys(REFUND_REASONS) as [RefundReason, ...RefundReason[]], 'Choose a reason.'),
    note: z.string().trim().max(500, 'At most 500 characters.').default(''),
  })
  .refine(input => input.reverseTransfer || !input.refundCommission, {
    path: ['refundCommission'],
    message: 'The commission can only be returned together with the contractor’s share.',
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
  not_found: { status: 404, message: 'This payment does not exist.' },
  amount_invalid: {
    status: 422,
    message: 'Write the amount as a number, like 120 or 120.50, and more than zero.',
  },
  amount_too_large: {
    status: 409,
    message: 'This is more than is left to refund. Reload the page to see what is left.',
  },
  nothing_captured: {
    status: 409,
    message: 'Nothing was taken from the card yet. Cancel the order to release the hold instead.',
  },
  contractor_balance_short: {
    status: 409,
    message:
      'The contractor’s balance does not cover their share, so Stripe refused this refund and nothing moved. ' +
      'Refund without reversing the transfer, then recover from the contractor when their balance allows.',
  },
  disputed: {
    status: 409,
    message:
      'The employer’s bank has taken this money back by a dispute, and Stripe does not refund it a second time. ' +
      'Nothing moved. See the dispute for what can be done.',
  },
  transfer_short: {
    status: 409,
    message:
      'Part of this order’s transfer was taken back before, and less than this is left of it to reverse. ' +
      'Refund without taking the contractor’s share back, then recover it from the contractor.',
  },
  request_key_reused: {
    status: 409,
    message: 'This form was already sent with other content. Reload the page to start again.',
  },
  refused_by_stripe: {
    status: 409,
    message: 'Stripe refused this refund and nothing moved. Its reason is in the log.',
  },
  needs_second: {
    status: 409,
    message: 'This is more than you may refund alone. Ask for it, and another admin decides.',
  },
  processing: {
    status: 202,
    message: 'Stripe has not answered yet. Do not refund again: the outcome will show here within a minute.',
  },
} as const satisfies ErrorTable<RefundErrorCode>
