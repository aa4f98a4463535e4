import type { Tone } from '#components/ui/badge.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Standing } from '#lib/onboarding/model.ts'

/** A contractor's standing for an admin; null is somebody who has not begun. */
const WORDS = {
  none: { label: 'contractors.s_none', meaning: 'contractors.s_noneMeans', tone: 'neutral' },
  not_open: { label: 'contractors.s_not_open', meaning: 'contractors.s_not_openMeans', tone: 'neutral' },
  action_needed: {
    label: 'contractors.s_action_needed',
    meaning: 'contractors.s_action_neededMeans',
    tone: 'warning',
  },
  checking: { label: 'contractors.s_checking', meaning: 'contractors.s_checkingMeans', tone: 'info' },
  verified: { label: 'contractors.s_verified', meaning: 'contractors.s_verifiedMeans', tone: 'success' },
  blocked: { label: 'contractors.s_blocked', meaning: 'contractors.s_blockedMeans', tone: 'destructive' },
} as const satisfies Record<Standing | 'none', { label: MessageKey; meaning: MessageKey; tone: Tone }>

export function standingWords(standing: Standing | null) {
  return WORDS[standing ?? 'none']
}
