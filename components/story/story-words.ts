import type { MessageKey } from '#lib/i18n/messages.ts'

/** Who each person of the demo is, and what they are there to try. */
export const PEOPLE_WORDS: Record<string, { is: MessageKey; toTry: MessageKey }> = {
  emma: { is: 'story.emmaIs', toTry: 'story.emmaTry' },
  noah: { is: 'story.noahIs', toTry: 'story.noahTry' },
  clara: { is: 'story.claraIs', toTry: 'story.claraTry' },
  liam: { is: 'story.liamIs', toTry: 'story.liamTry' },
  mia: { is: 'story.miaIs', toTry: 'story.miaTry' },
  alex: { is: 'story.alexIs', toTry: 'story.alexTry' },
  fiona: { is: 'story.fionaIs', toTry: 'story.fionaTry' },
  sam: { is: 'story.samIs', toTry: 'story.samTry' },
}

/** The story from one end to the other, in the order in which it is told. */
export const STEPS = [
  { title: 'story.orderTitle', what: 'story.orderWhat' },
  { title: 'story.holdTitle', what: 'story.holdWhat' },
  { title: 'story.deliverTitle', what: 'story.deliverWhat' },
  { title: 'story.approveTitle', what: 'story.approveWhat' },
  { title: 'story.daysTitle', what: 'story.daysWhat' },
  { title: 'story.refundTitle', what: 'story.refundWhat' },
  { title: 'story.disagreeTitle', what: 'story.disagreeWhat' },
  { title: 'story.endTitle', what: 'story.endWhat' },
] as const satisfies { title: MessageKey; what: MessageKey }[]

type Outcome = { shown: string; outcome: MessageKey }

/** Stripe's own test numbers (https://docs.stripe.com/testing), so that they behave alike with a test key. */
export const CARDS: Outcome[] = [
  { shown: '4242 4242 4242 4242', outcome: 'story.cardWorks' },
  { shown: '4000 0000 0000 0077', outcome: 'story.cardAtOnce' },
  { shown: '4000 0025 0000 3155', outcome: 'story.cardCheck' },
  { shown: '4000 0000 0000 0341', outcome: 'story.cardLater' },
  { shown: '4000 0000 0000 0002', outcome: 'story.cardDeclined' },
  { shown: '4000 0000 0000 9995', outcome: 'story.cardFunds' },
]

/** The word in a document's bytes for which the local Stripe refuses it. */
export const EXPIRED_MARK = 'local-stripe:expired'
