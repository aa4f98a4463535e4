import { isCurrency } from '../currencies.ts'
import { formatMoney } from '../money.ts'
import type { NotificationData, NotificationKind } from './model.ts'

/** What the words are made of: sums and moments as people read them, with words that fit where one is missing. */
type Facts = {
  amount: string
  share: string
  until: string
  day: string
  isEmployer: boolean
  isAdmin: boolean
}

type Reader = { role: string; timeZone?: string | undefined }

/** A moment by the reader's time zone, and the zone's name; UTC where they have chosen none. */
function momentWords(at: string, timeZone = ''): string {
  const clock = {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone || 'UTC',
    timeZoneName: 'short',
  } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat('en-GB', { ...day, ...clock }).format(new Date(at))
}

function sum(amount: bigint | null, currency = ''): string {
  return amount !== null && isCurrency(currency) ? formatMoney({ amount, currency }) : 'The money'
}

function factsOf({ amount, commission, currency, until }: NotificationData, reader: Reader): Facts {
  const whole = amount === undefined ? null : BigInt(amount)
  return {
    amount: sum(whole, currency),
    share: sum(whole === null ? null : whole - BigInt(commission ?? 0), currency),
    until: until ? momentWords(until, reader.timeZone) : 'the bank lets go of it',
    day: until ? momentWords(until, reader.timeZone) : '',
    isEmployer: reader.role === 'EMPLOYER',
    isAdmin: reader.role === 'ADMIN',
  }
}

function holdEnds(hours: number): (facts: Facts) => [string, string] {
  return ({ amount, until, isEmployer }) => [
    `The hold ends in less than ${hours} hours`,
    isEmployer
      ? `${amount} is held on your card until ${until}. Approve the work before then, or the money goes back to your card untaken.`
      : `${amount} is held for you until ${until}. Unless the employer approves before then, the money goes back to their card.`,
  ]
}

/** The words of each kind, for the app and for mail alike: a title, and what it means for whoever reads it. */
const WORDS: Record<NotificationKind, (facts: Facts) => [title: string, text: string]> = {
  hold_placed: ({ amount, until }) => [
    'The money is held',
    `${amount} is held on the employer’s card until ${until}. You can start.`,
  ],
  authentication_needed: ({ amount }) => [
    'Your bank wants to check that it is you',
    `The check for ${amount} was not finished, so nothing is held by it. Finish it whenever it suits you; the link in the mail works for a day, on any device.`,
  ],
  hold_ends_48h: holdEnds(48),
  hold_ends_12h: holdEnds(12),
  hold_expired: ({ amount, isEmployer }) => [
    'The hold has ended',
    isEmployer
      ? `${amount} went back to your card untaken. Hold it again for the work to go on.`
      : `${amount} went back to the employer’s card untaken. Wait with the work until it is held again.`,
  ],
  hold_released: ({ amount, isEmployer }) => [
    'The order is canceled',
    `The hold of ${amount} was released. Nothing was taken from ${isEmployer ? 'your' : 'the employer’s'} card.`,
  ],
  hold_renewed: ({ amount, until }) => [
    'The money is held for longer',
    `The employer has renewed the hold: ${amount} is held on their card until ${until}.`,
  ],
  delivered: ({ day }) => [
    'The work is delivered',
    `Look at it, then approve it or ask for changes.${day ? ` Without a word from you it is approved on ${day}.` : ''}`,
  ],
  approval_near: ({ until }) => [
    'The work is about to be approved',
    `You have not answered a delivery. Unless you ask for changes or cancel, it is approved and paid on ${until}.`,
  ],
  changes_requested: () => [
    'Changes are asked for',
    'The employer has looked at your work and asks for changes. The money is still held.',
  ],
  disagreement_opened: ({ isAdmin }) => [
    'There is a disagreement',
    isAdmin
      ? 'A party of an order asks you to decide. Nothing is decided by itself until you have.'
      : 'The other party asks us to decide. Until we have, nothing is approved or released by itself; you can still agree between you.',
  ],
  disagreement_settled: () => [
    'The disagreement is decided',
    'The order’s page shows what was decided, why, and what happens to the money.',
  ],
  disagreement_withdrawn: () => [
    'The disagreement was taken back',
    'The order goes on as before, and its times run again.',
  ],
  card_expires: ({ until }) => [
    'A saved card expires soon',
    `It works until ${until}. If your bank renews it by itself, nothing is to be done; else add the new card before you need it.`,
  ],
  message: ({ isEmployer }) => [
    'You have a message',
    `${isEmployer ? 'The contractor' : 'The employer'} has written to you. The order’s page has the words.`,
  ],
  offer_requested: () => [
    'You are asked for an offer',
    'An employer has described work and asks what it costs and how long it takes.',
  ],
  offer_made: ({ amount, until }) => [
    'You have an offer',
    `The contractor offers to do it for ${amount}. The offer stands until ${until}.`,
  ],
  offer_accepted: () => [
    'Your offer is accepted',
    'It is an order now. Begin once the money is held: you will be told.',
  ],
  offer_declined: () => ['An offer was declined', 'Nothing comes of it, and nothing was paid.'],
  captured: ({ amount, share, isEmployer }) =>
    isEmployer
      ? [
          'You have paid',
          `${amount} was taken from your card. The contractor has the money, less the commission.`,
        ]
      : [
          'You have been paid',
          `${share} of ${amount} is yours, after the commission. It is in your balance.`,
        ],
  refunded: ({ amount }) => [
    'You have a refund',
    `${amount} is on its way to your card. Banks take up to ten days to show it.`,
  ],
  refund_failed: ({ amount }) => [
    'A refund did not reach your card',
    `Your bank sent ${amount} back to us. We are looking for another way to return it to you.`,
  ],
  given_back: ({ amount }) => [
    'Money was given back to you',
    `${amount} that had been taken back is in your balance again. Your order and your balance show why.`,
  ],
  recovered: ({ amount }) => [
    'Money was taken back',
    `${amount} was taken back from your balance. Your order and your balance show why.`,
  ],
  recovery_owed: ({ amount }) => [
    'Money is owed',
    `${amount} is to be taken back, and your balance does not cover it yet. It is taken as soon as it does.`,
  ],
  objection_made: ({ amount }) => [
    'A contractor objects',
    `${amount} was taken back from them, or is to be, and they say why that is wrong. They wait for an answer.`,
  ],
  objection_answered: ({ amount }) => [
    'Your objection is answered',
    `You had objected to ${amount} being taken back. The answer, and what follows from it, is with your recoveries.`,
  ],
  dispute_won: ({ amount }) => [
    'A dispute was won',
    `The employer’s bank had asked for ${amount} back, and has decided for you. Whatever was taken from you for it is sent to you again.`,
  ],
  dispute_lost: ({ amount }) => [
    'A dispute was lost',
    `The employer’s bank had asked for ${amount} back, and keeps it. Whatever was taken from your balance for it stays taken.`,
  ],
  payout_paid: ({ amount }) => [
    'Your payout has arrived',
    `${amount} was paid out to your bank account. Banks may take a day more to show it.`,
  ],
  payout_failed: ({ amount }) => [
    'A payout has failed',
    `Your bank did not take ${amount}, so it is in your balance again. Check your bank account under Verification, then try again.`,
  ],
}

export type Words = { title: string; text: string }

/** What a notification says to its recipient. A kind of a later version is shown by its own name. */
export function notificationWords(row: { kind: string; data: unknown }, reader: Reader): Words {
  const say = Object.hasOwn(WORDS, row.kind) ? WORDS[row.kind as NotificationKind] : undefined
  if (!say) return { title: row.kind.replaceAll('_', ' '), text: '' }
  const [title, text] = say(factsOf(row.data as NotificationData, reader))
  return { title, text }
}

/** The order that it is about, by number and title. */
export function aboutWords(order: { number: number; title: string } | null): string | null {
  return order && `Order #${order.number}: ${order.title}`
}
