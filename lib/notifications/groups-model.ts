import type { NotificationKind } from './model.ts'

/** What can be turned off together. What moves somebody's money, or stops it, cannot be. */
export const NOTIFICATION_GROUPS = ['money', 'work', 'reminders', 'messages', 'offers'] as const
export type NotificationGroup = (typeof NOTIFICATION_GROUPS)[number]

/** The group of each kind. */
export const GROUP_OF: Record<NotificationKind, NotificationGroup> = {
  hold_placed: 'work',
  authentication_needed: 'money',
  hold_ends_48h: 'reminders',
  hold_ends_12h: 'reminders',
  hold_expired: 'money',
  hold_released: 'money',
  hold_renewed: 'work',
  delivered: 'work',
  delivery_taken_back: 'work',
  approval_near: 'reminders',
  changes_requested: 'work',
  captured: 'money',
  refunded: 'money',
  refund_failed: 'money',
  given_back: 'money',
  recovered: 'money',
  recovery_owed: 'money',
  objection_made: 'money',
  objection_answered: 'money',
  dispute_won: 'money',
  dispute_lost: 'money',
  payout_paid: 'money',
  payout_failed: 'money',
  card_expires: 'reminders',
  disagreement_opened: 'money',
  disagreement_settled: 'money',
  disagreement_withdrawn: 'money',
  message: 'messages',
  offer_requested: 'offers',
  offer_made: 'offers',
  offer_accepted: 'offers',
  offer_declined: 'offers',
  offer_reopened: 'offers',
}
