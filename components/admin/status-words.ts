import type { Tone } from '#components/ui/badge.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { RecoveryStatus } from '#lib/recoveries/model.ts'
import type { RefundStatus } from '#lib/refunds/model.ts'

type StatusWords = { label: MessageKey; meaning: MessageKey; tone: Tone }

/** Refund statuses for an admin; all but `requested` are Stripe's (https://docs.stripe.com/refunds). */
export const REFUND_STATUS_WORDS = {
  requested: { label: 'moves.askedFor', meaning: 'moves.askedForMeans', tone: 'info' },
  pending: { label: 'moves.onItsWay', meaning: 'moves.onItsWayMeans', tone: 'info' },
  requires_action: {
    label: 'moves.waitsForEmployer',
    meaning: 'moves.waitsForEmployerMeans',
    tone: 'warning',
  },
  succeeded: { label: 'moves.refunded', meaning: 'moves.refundedMeans', tone: 'success' },
  failed: { label: 'moves.failed', meaning: 'moves.refundFailedMeans', tone: 'destructive' },
  canceled: { label: 'moves.canceled', meaning: 'moves.canceledMeans', tone: 'neutral' },
} as const satisfies Record<RefundStatus, StatusWords>

export const RECOVERY_STATUS_WORDS = {
  requested: { label: 'moves.askedFor', meaning: 'moves.askedForMeans', tone: 'info' },
  owed: { label: 'moves.owed', meaning: 'moves.owedMeans', tone: 'warning' },
  succeeded: { label: 'moves.recovered', meaning: 'moves.recoveredMeans', tone: 'success' },
  failed: { label: 'moves.failed', meaning: 'moves.recoveryFailedMeans', tone: 'destructive' },
  returned: { label: 'moves.returned', meaning: 'moves.returnedMeans', tone: 'neutral' },
} as const satisfies Record<RecoveryStatus, StatusWords>

/** What a failed refund or recovery says of itself: the codes that Stripe documents, and one sentence for the rest. */
const FAILURES = {
  balance_insufficient: 'moves.f_balance_insufficient',
  insufficient_funds: 'moves.f_insufficient_funds',
  lost_or_stolen_card: 'moves.f_lost_or_stolen_card',
  expired_or_canceled_card: 'moves.f_expired_or_canceled_card',
  charge_for_pending_refund_disputed: 'moves.f_charge_for_pending_refund_disputed',
  declined: 'moves.f_declined',
  merchant_request: 'moves.f_merchant_request',
} as const satisfies Record<string, MessageKey>

export function failureWords(t: Words, code: string | null): string | null {
  if (!code) return null
  return Object.hasOwn(FAILURES, code)
    ? t(FAILURES[code as keyof typeof FAILURES])
    : t('moves.f_other', { code })
}
