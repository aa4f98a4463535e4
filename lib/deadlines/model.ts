import { DAY_MS } from '../clock.ts'

export type DeadlineKind =
  | 'work_due'
  | 'hold_ends'
  | 'approves_itself'
  | 'answer_offer'
  | 'offer_ends'
  | 'details_due'

/** Something that happens by itself, or must have been done, at a moment. */
export type Deadline = { kind: DeadlineKind; at: Date; about: string; href: string }

type Reader = 'EMPLOYER' | 'CONTRACTOR'

const SAME = (title: string, meaning: string) => ({
  EMPLOYER: { title, meaning },
  CONTRACTOR: { title, meaning },
})

/** What each deadline is called and what it means for whoever reads it. */
export const DEADLINE_WORDS: Record<DeadlineKind, Record<Reader, { title: string; meaning: string }>> = {
  work_due: {
    EMPLOYER: { title: 'orderModel.workIsDue', meaning: 'orderModel.theContractorPromisedToDeliver' },
    CONTRACTOR: { title: 'orderModel.deliverTheWork', meaning: 'orderModel.youPromisedToDeliverBy' },
  },
  hold_ends: {
    EMPLOYER: { title: 'orderModel.holdEnds', meaning: 'orderModel.approveTheWorkBeforeOr' },
    CONTRACTOR: { title: 'orderModel.holdEnds', meaning: 'orderModel.deliverBeforeOnlyHeldMoney' },
  },
  approves_itself: {
    EMPLOYER: {
      title: 'orderModel.approvedByItself',
      meaning: 'orderModel.unlessYouAskForChanges',
    },
    CONTRACTOR: {
      title: 'orderModel.approvedByItself',
      meaning: 'orderModel.unlessTheEmployerAnswersBefore',
    },
  },
  answer_offer: SAME('orderModel.offerEnds', 'orderModel.acceptItBeforeOrIt'),
  offer_ends: SAME('orderModel.yourOfferEnds', 'orderModel.theEmployerCanAcceptIt'),
  details_due: SAME('orderModel.detailsForStripe', 'orderModel.whatStripeAsksForIs'),
}

export const SPANS = ['overdue', 'soon', 'week', 'later'] as const
export type Span = (typeof SPANS)[number]
export const SPAN_WORDS: Record<Span, string> = {
  overdue: 'orderModel.overdue',
  soon: 'orderModel.withinTwoDays',
  week: 'orderModel.withinAWeek',
  later: 'orderModel.later',
}

/** How near a moment is. Spans, not days: whose day it is depends on where somebody is. */
export function spanOf(at: Date, now: Date): Span {
  const left = at.getTime() - now.getTime()
  if (left < 0) return 'overdue'
  if (left < 2 * DAY_MS) return 'soon'
  return left < 7 * DAY_MS ? 'week' : 'later'
}
