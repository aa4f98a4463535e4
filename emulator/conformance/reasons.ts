import type { Step } from './recording.ts'

interface Reason {
  why: string
  covers(step: Step): boolean
}

const codeOf = (step: Step): unknown => (step.response.error as { code?: unknown } | undefined)?.code

/** Recorded steps that are not compared, each with its reason. Printed with their number, so that none is hidden. */
const REASONS: Reason[] = [
  {
    why: 'Stripe was busy with the same object at that moment (lock_timeout)',
    covers: step => step.status === 429 && codeOf(step) === 'lock_timeout',
  },
  {
    why: 'a list that was too long at that moment (too many charges with a transfer group)',
    covers: step =>
      String((step.response.error as { message?: string } | undefined)?.message).startsWith(
        'Too many charges',
      ),
  },
  {
    why: 'a refusal that no test card gives: a canceled mandate, a postal code that a fraud rule refuses',
    covers: step =>
      ['india_recurring_payment_mandate_canceled', 'incorrect_zip'].includes(String(codeOf(step))),
  },
  {
    why: 'not in scope: Apple Pay domains, OAuth',
    covers: ({ path }) => path.startsWith('/v1/apple_pay/') || path.startsWith('/oauth/'),
  },
]

/** Why a step is not compared, or null. */
export function reasonFor(step: Step): string | null {
  return REASONS.find(reason => reason.covers(step))?.why ?? null
}
