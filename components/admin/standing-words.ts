import type { Tone } from '#components/ui/badge.tsx'
import type { Standing } from '#lib/onboarding/model.ts'

/** A contractor's standing for an admin; null is somebody who has not begun. */
const WORDS: Record<Standing | 'none', { label: string; meaning: string; tone: Tone }> = {
  none: { label: 'Not begun', meaning: 'Signed up, and has not begun verification.', tone: 'neutral' },
  not_open: { label: 'Not open yet', meaning: 'Their account at Stripe is being opened.', tone: 'neutral' },
  action_needed: {
    label: 'Contractor must act',
    meaning: 'Stripe waits for something from them, listed below.',
    tone: 'warning',
  },
  checking: {
    label: 'Stripe is checking',
    meaning: 'Everything was given; Stripe is checking it.',
    tone: 'info',
  },
  verified: { label: 'Verified', meaning: 'Can be ordered from and paid.', tone: 'success' },
  blocked: { label: 'Blocked', meaning: 'Stripe has stopped this account.', tone: 'destructive' },
}

export function standingWords(standing: Standing | null) {
  return WORDS[standing ?? 'none']
}
