import { z } from 'zod'

/** Everything that somebody is told of. Each has its words in words.ts. */
export const NOTIFICATION_KINDS = [
  'hold_placed',
  'authentication_needed',
  'hold_ends_48h',
  'hold_ends_12h',
  'hold_expired',
  'hold_released',
  'hold_renewed',
  'delivered',
  'delivery_taken_back',
  'approval_near',
  'changes_requested',
  'captured',
  'refunded',
  'refund_failed',
  'given_back',
  'recovered',
  'recovery_owed',
  'objection_made',
  'objection_answered',
  'dispute_won',
  'dispute_lost',
  'payout_paid',
  'payout_failed',
  'card_expires',
  'disagreement_opened',
  'disagreement_settled',
  'disagreement_withdrawn',
  'message',
  'offer_requested',
  'offer_made',
  'offer_accepted',
  'offer_declined',
  'offer_reopened',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** Amounts in minor units as text, and moments as ISO 8601: what the words are made of. Nothing that a person wrote. */
export type NotificationData = {
  amount?: string
  commission?: string
  currency?: string
  until?: string | null
}

/** `off`: the recipient wants no such mail. */
export type MailState = 'pending' | 'sent' | 'failed' | 'off'

/** How often a mail is tried: with the queue's growing pauses, for most of a day. */
export const MAIL_ATTEMPTS_MAX = 12

/** A notification as its recipient reads it. */
export type NotificationView = {
  id: string
  title: string
  text: string
  /** Order number and title; null for what is about no order. */
  about: string | null
  href: string
  createdAt: Date
  isRead: boolean
  mailState: MailState
}

/** `upTo`: the newest that the page showed, so that one that came since stays unread. */
export const markAllReadInput = z.object({ upTo: z.string().max(40) })
export type MarkAllReadInput = z.output<typeof markAllReadInput>

/** `at`: the moment at which they were marked, by which those that were are known from those that were read one by one. */
export const markUnreadInput = z.object({ at: z.iso.datetime().transform(text => new Date(text)) })
export type MarkUnreadInput = z.output<typeof markUnreadInput>
