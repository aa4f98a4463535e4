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
    EMPLOYER: { title: 'Work is due', meaning: 'The contractor promised to deliver by then.' },
    CONTRACTOR: { title: 'Deliver the work', meaning: 'You promised to deliver by then.' },
  },
  hold_ends: {
    EMPLOYER: { title: 'Hold ends', meaning: 'Approve the work before, or renew the hold.' },
    CONTRACTOR: { title: 'Hold ends', meaning: 'Deliver before; only held money can be paid.' },
  },
  approves_itself: {
    EMPLOYER: {
      title: 'Approved by itself',
      meaning: 'Unless you ask for changes, cancel or disagree before.',
    },
    CONTRACTOR: { title: 'Approved by itself', meaning: 'Unless the employer answers before, you are paid.' },
  },
  answer_offer: SAME('Offer ends', 'Accept it before, or it is gone.'),
  offer_ends: SAME('Your offer ends', 'The employer can accept it until then.'),
  details_due: SAME(
    'Details for Stripe',
    'What Stripe asks for is missing. After that day payouts may stop.',
  ),
}

export const SPANS = ['overdue', 'soon', 'week', 'later'] as const
export type Span = (typeof SPANS)[number]
export const SPAN_WORDS: Record<Span, string> = {
  overdue: 'Overdue',
  soon: 'Within two days',
  week: 'Within a week',
  later: 'Later',
}

/** How near a moment is. Spans, not days: whose day it is depends on where somebody is. */
export function spanOf(at: Date, now: Date): Span {
  const left = at.getTime() - now.getTime()
  if (left < 0) return 'overdue'
  if (left < 2 * DAY_MS) return 'soon'
  return left < 7 * DAY_MS ? 'week' : 'later'
}
