import { z } from 'zod'
import { DAY_MS } from '../clock.ts'
import type { Currency } from '../currencies.ts'
import { chargeableMoney, text } from '../form-fields.ts'
import { type ListSort, listFilter } from '../list-filter.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export const ORDER_STATUSES = ['placed', 'held', 'delivered', 'approved', 'completed', 'canceled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/** What each status means, for chips and filters. */
export const ORDER_STATUS_WORDS: Record<OrderStatus, { label: string; meaning: string }> = {
  placed: { label: 'orderModel.awaitingPayment', meaning: 'orderModel.noMoneyIsHeldYet' },
  held: { label: 'orderModel.moneyHeld', meaning: 'orderModel.theAmountIsHeldOn' },
  delivered: { label: 'orderModel.delivered', meaning: 'orderModel.theContractorHasDeliveredAnd' },
  approved: { label: 'orderModel.approved', meaning: 'orderModel.theEmployerHasApprovedAnd' },
  completed: { label: 'orderModel.completed', meaning: 'orderModel.theMoneyIsTheContractors' },
  canceled: { label: 'orderModel.canceled', meaning: 'orderModel.theOrderIsOverAnd' },
}

export const HOLD_ENDS = ['ask', 'approve', 'release'] as const
export type HoldEnd = (typeof HOLD_ENDS)[number]

/** What the employer chose for a hold that comes to its end undecided, as each side reads it. */
export const HOLD_END_WORDS: Record<HoldEnd, { label: string; employer: string; contractor: string }> = {
  ask: {
    label: 'orderModel.askMe',
    employer: 'orderModel.youAreRemindedTwoDays',
    contractor: 'orderModel.unlessTheEmployerDecidesBefore',
  },
  approve: {
    label: 'orderModel.approveTheWork',
    employer: 'orderModel.inTheLastHourWork',
    contractor: 'orderModel.inTheLastHourWorkThat',
  },
  release: {
    label: 'orderModel.cancelAndRelease',
    employer: 'orderModel.inTheLastHourThe',
    contractor: 'orderModel.inTheLastHourTheOrder',
  },
}

/**
 * Everything that can happen to an order and from where: the only list of transitions.
 * `hold`, `capture` and `expire` are facts that payments report; the rest are what a person does.
 */
export const TRANSITIONS = {
  hold: { from: ['placed'], to: 'held' },
  expire: { from: ['held', 'delivered', 'approved'], to: 'placed' },
  deliver: { from: ['held'], to: 'delivered' },
  request_changes: { from: ['delivered'], to: 'held' },
  take_back: { from: ['delivered'], to: 'held' },
  approve: { from: ['held', 'delivered'], to: 'approved' },
  capture: { from: ['held', 'delivered', 'approved'], to: 'completed' },
  cancel: { from: ['placed', 'held', 'delivered'], to: 'canceled' },
} as const satisfies Record<string, { from: readonly OrderStatus[]; to: OrderStatus }>

export type Transition = keyof typeof TRANSITIONS

export const placeOrderInput = z
  .object({
    requestKey,
    contractorId: z.string().max(40),
    title: text(3, 120),
    description: text(10, 4000),
    /** The listing that is ordered, if it is one: its price and time hold. */
    listingId: z.string().max(40).optional(),
  })
  .and(chargeableMoney)

/** `deliveryDays` comes from an offer that was accepted; a form cannot promise for the contractor. */
export type PlaceOrderInput = z.output<typeof placeOrderInput> & { deliveryDays?: number }

export const orderInput = z.object({ orderId: z.string().max(40) })
export const chooseHoldEndInput = orderInput.extend({ holdEnd: z.enum(HOLD_ENDS) })
/** `deliveryId`: the line of the history that the page showed, so that nobody takes back a later delivery. */
export const takeBackDeliveryInput = orderInput.extend({ deliveryId: z.string().max(40) })
export type TakeBackDeliveryInput = z.output<typeof takeBackDeliveryInput>
export const orderNoteInput = orderInput.extend({
  note: z.string().trim().max(2000, 'orderModel.atMost2000Characters').default(''),
})

/** Whoever sends work back says what is to be changed. */
export const requestChangesInput = orderInput.extend({
  note: z.string().trim().min(1, 'orderModel.sayWhatToChange').max(2000, 'orderModel.atMost2000Characters'),
})

export const ORDER_SORT_WORDS: Record<ListSort, string> = {
  newest: 'orderModel.newestFirst',
  oldest: 'orderModel.oldestFirst',
  dearest: 'orderModel.highestAmountFirst',
  cheapest: 'orderModel.lowestAmountFirst',
}

/**
 * A list's address: what cannot be read is left out. Days are in UTC, the last one included; amounts only mean something in
 * one currency.
 */
export const listOrdersInput = z
  .object({ status: z.enum(ORDER_STATUSES).optional().catch(undefined) })
  .and(listFilter)
export type ListOrdersInput = z.output<typeof listOrdersInput>

export type Party = { userId: string; displayName: string }

export type OrderSummary = {
  id: string
  number: number
  title: string
  status: OrderStatus
  amount: bigint
  currency: Currency
  employer: Party
  contractor: Party
  createdAt: Date
}

/** `kind` is a Transition, or `place`, or a money fact that payments, refunds or recoveries added to the history. */
export type OrderEventView = {
  id: string
  kind: string
  actorName: string | null
  data: Record<string, unknown>
  createdAt: Date
}

export type OrderDetail = OrderSummary & {
  description: string
  commissionAmount: bigint
  commissionBps: number
  commissionFixed: bigint
  /** The listing that was ordered, if it was one. */
  listingId: string | null
  /** The project that it is a milestone of, if it is one. */
  projectId: string | null
  /** While the parties disagree before an admin, nothing is decided by itself. */
  hasOpenDisagreement: boolean
  holdEnd: HoldEnd
  /** What was promised: so many days from the first hold on. */
  deliveryDays: number | null
  events: OrderEventView[]
}

/** When the work is due: the promised days after the money was first held; null before that, and where nothing was promised. */
export function dueAt({
  deliveryDays: days,
  events,
}: Pick<OrderDetail, 'deliveryDays' | 'events'>): Date | null {
  const held = events.find(({ kind }) => kind === 'hold')
  return days === null || !held ? null : new Date(held.createdAt.getTime() + days * DAY_MS)
}

export type OrderErrorCode =
  | 'not_found'
  | 'wrong_state'
  | 'too_late_to_take_back'
  | 'contractor_not_payable'
  | 'currency_not_payable'
  | 'listing_changed'
  | 'request_key_reused'

export const ORDER_ERRORS = {
  not_found: { status: 404, message: 'orderModel.thisOrderDoesNotExist' },
  wrong_state: {
    status: 409,
    message: 'orderModel.theOrderHasMovedOn',
  },
  too_late_to_take_back: { status: 409, message: 'undo.tooLateToTakeBack' },
  contractor_not_payable: {
    status: 409,
    message: 'orderModel.thisContractorCannotBePaidYet',
  },
  currency_not_payable: { status: 409, message: 'orderModel.thisContractorIsNotPaid' },
  listing_changed: {
    status: 409,
    message: 'orderModel.thisOfferHasChangedSince',
  },
  request_key_reused: {
    status: 409,
    message: 'orderModel.thisFormWasAlreadySentWith',
  },
} as const satisfies ErrorTable<OrderErrorCode>
