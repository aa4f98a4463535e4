import type { Tone } from '#components/ui/badge.tsx'
import type { RecoveryStatus } from '#lib/recoveries/model.ts'
import type { RefundStatus } from '#lib/refunds/model.ts'

type StatusWords = { label: string; meaning: string; tone: Tone }

/** Refund statuses for an admin; all but `requested` are Stripe's (https://docs.stripe.com/refunds). */
export const REFUND_STATUS_WORDS: Record<RefundStatus, StatusWords> = {
  requested: {
    label: 'Asked for',
    meaning: 'Stripe has not answered yet. The outcome shows here by itself.',
    tone: 'info',
  },
  pending: {
    label: 'On its way',
    meaning: 'Stripe has taken it up; the bank is not done yet.',
    tone: 'info',
  },
  requires_action: {
    label: 'Waits for the employer',
    meaning: 'Stripe needs the employer’s help and has written to them.',
    tone: 'warning',
  },
  succeeded: {
    label: 'Refunded',
    meaning: 'Stripe has sent the money. The card shows it in 5 to 10 days.',
    tone: 'success',
  },
  failed: {
    label: 'Failed',
    meaning: 'The money did not reach the card and is back in Holdfast’s balance.',
    tone: 'destructive',
  },
  canceled: { label: 'Canceled', meaning: 'It was called off before any money moved.', tone: 'neutral' },
}

export const RECOVERY_STATUS_WORDS: Record<RecoveryStatus, StatusWords> = {
  requested: {
    label: 'Asked for',
    meaning: 'Stripe has not answered yet. The outcome shows here by itself.',
    tone: 'info',
  },
  owed: {
    label: 'Owed',
    meaning: 'What their balance allows is collected by itself, at the latest within the hour.',
    tone: 'warning',
  },
  succeeded: { label: 'Recovered', meaning: 'The money is in Holdfast’s balance.', tone: 'success' },
  failed: { label: 'Failed', meaning: 'Stripe refused, and nothing moved.', tone: 'destructive' },
  returned: {
    label: 'Returned',
    meaning: 'What was taken is sent to the contractor again, and nothing of it is owed any more.',
    tone: 'neutral',
  },
}

/** What a failed refund or recovery says of itself: the codes that Stripe documents, and one sentence for the rest. */
const FAILURES: Record<string, string> = {
  balance_insufficient: 'The contractor’s available balance is too short.',
  insufficient_funds: 'The balance is too short.',
  lost_or_stolen_card: 'The card was reported lost or stolen.',
  expired_or_canceled_card: 'The card has expired or was canceled.',
  charge_for_pending_refund_disputed: 'The employer has disputed the payment meanwhile.',
  declined: 'The bank declined it.',
  merchant_request: 'It was called off.',
}

export function failureWords(code: string | null): string | null {
  if (!code) return null
  return Object.hasOwn(FAILURES, code) ? (FAILURES[code] ?? null) : `Stripe gave the reason “${code}”.`
}
