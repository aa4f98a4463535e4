import type { Tone } from '#components/ui/badge.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import { LISTS } from '#lib/records/model.ts'

type Known = (typeof LISTS)[keyof typeof LISTS][number]

const KEYS: Record<string, MessageKey> = Object.fromEntries(
  Object.values(LISTS)
    .flat()
    .map((status: Known) => [status, `lists.s_${status}`] as const),
)

/** A row's state in words; Stripe's own word for a state that is not of ours. */
export function stateWords(t: Words, status: string): string {
  const key = KEYS[status]
  return key ? t(key as 'lists.s_held') : status.replaceAll('_', ' ')
}

const GOOD = new Set(['succeeded', 'completed', 'paid', 'won', 'enabled', 'approved'])
const BAD = new Set(['failed', 'lost', 'suspended', 'restricted', 'owed'])
const OPEN = new Set([
  'requires_action',
  'needs_response',
  'warning_needs_response',
  'requested',
  'pending',
  'in_transit',
])

export function stateTone(status: string): Tone {
  if (GOOD.has(status)) return 'success'
  if (BAD.has(status)) return 'destructive'
  return OPEN.has(status) ? 'warning' : 'neutral'
}
