import { z } from 'zod'
import { text } from '../form-fields.ts'
import type { OrderStatus } from '../orders/model.ts'
import { PAYMENT_ERRORS, type PaymentErrorCode } from '../payments/model.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export type DisagreementStatus = 'open' | 'settled' | 'withdrawn'

export const DECISIONS = ['pay', 'release', 'none'] as const
export type Decision = (typeof DECISIONS)[number]

/** What each decision does, as the admin and the parties read it. */
export const DECISION_WORDS: Record<Decision, { label: string; meaning: string }> = {
  pay: { label: 'orderModel.payTheContractor', meaning: 'orderModel.heldMoneyIsTakenFrom' },
  release: { label: 'orderModel.releaseTheHold', meaning: 'orderModel.theOrderEndsAndThe' },
  none: { label: 'orderModel.leaveTheMoney', meaning: 'orderModel.theMoneyStaysWhereIt' },
}

/** Where there is something to disagree about: from the first hold on, until long after the money was taken. */
const DISPUTABLE: readonly OrderStatus[] = ['held', 'delivered', 'approved', 'completed']
export const canDisagree = (status: OrderStatus): boolean => DISPUTABLE.includes(status)

export const openDisagreementInput = z.object({
  requestKey,
  orderId: z.string().max(40),
  text: text(10, 4000),
})
export type OpenDisagreementInput = z.output<typeof openDisagreementInput>

const disagreementId = z.string().max(40)
export const withdrawDisagreementInput = z.object({ disagreementId, orderId: z.string().max(40) })

export const settleDisagreementInput = z.object({
  disagreementId,
  orderId: z.string().max(40),
  decision: z.enum(DECISIONS, 'orderModel.chooseWhatHappensToThe'),
  /** What is paid, as typed; empty for all of it. Only read where the decision is to pay. */
  amount: z.string().trim().max(20).default(''),
  answer: text(10, 4000),
})
export type SettleDisagreementInput = z.output<typeof settleDisagreementInput>

/** A disagreement as parties and admins see it. `amount` in minor units of the order's currency. */
export type DisagreementView = {
  id: string
  orderId: string
  orderNumber: number
  orderTitle: string
  openedByName: string
  isOwn: boolean
  text: string
  status: DisagreementStatus
  decision: Decision | null
  amount: bigint | null
  currency: string
  answer: string | null
  createdAt: Date
  settledAt: Date | null
}

export type DisagreementErrorCode = PaymentErrorCode | 'already_open' | 'nothing_held' | 'already_settled'

export const DISAGREEMENT_ERRORS = {
  ...PAYMENT_ERRORS,
  already_open: {
    status: 409,
    message: 'orderModel.thereIsADisagreementAbout',
  },
  nothing_held: {
    status: 409,
    message: 'orderModel.noMoneyIsHeldFor',
  },
  already_settled: {
    status: 409,
    message: 'orderModel.thisDisagreementIsOverThe',
  },
} as const satisfies ErrorTable<DisagreementErrorCode>
