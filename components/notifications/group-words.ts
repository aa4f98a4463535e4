import type { NotificationGroup } from '#lib/notifications/groups-model.ts'

/** What each group is called, and what is told in it. */
export const GROUP_WORDS: Record<NotificationGroup, { name: string; what: string }> = {
  money: {
    name: 'Your money and your account',
    what: 'Payments, refunds, payouts, recoveries and objections, disputes, disagreements, checks of your bank, ends of holds, and your password.',
  },
  work: {
    name: 'Work on orders',
    what: 'Money is held or held for longer, work is delivered, changes are asked for.',
  },
  reminders: {
    name: 'Reminders',
    what: 'A hold is about to end, work is about to be approved by itself, a saved card expires.',
  },
  messages: { name: 'Messages', what: 'The other party of an order has written to you.' },
  offers: { name: 'Offers', what: 'You are asked for an offer, or one is made, accepted or declined.' },
}
