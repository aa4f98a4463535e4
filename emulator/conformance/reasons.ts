import type { Step } from './recording.ts'

interface Reason {
  why: string
  covers(step: Step): boolean
}

const codeOf = (step: Step): unknown => (step.response.error as { code?: unknown } | undefined)?.code

/** Steps of `connect-sequences` by their place. */
const at =
  (...places: string[]) =>
  ({ at: place }: Step): boolean =>
    places.includes(place)

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
    why: 'follows a reversal or a refund that was not recorded with it',
    covers: at(
      '60.11',
      '62.12',
      '64.14',
      '64.17',
      '66.12',
      '66.15',
      '70.8',
      '70.9',
      '70.11',
      '70.13',
      '70.14',
      '70.16',
      '70.17',
      '70.19',
    ),
  },
  {
    why: 'pays out of money that came to the account before the recording',
    covers: at('34.7', '38.8', '40.8', '92.27', '94.25'),
  },
  {
    why: 'about money that was older than the recording and available by then',
    covers: at('30.12', '30.13'),
  },
  {
    why: "the recorded platform's own fee for instant payouts",
    covers: step => step.path === '/v1/payouts' && typeof step.response.application_fee_amount === 'number',
  },
  {
    why: 'a transfer whose amount was decided before the recording begins',
    covers: at('32.1', '52.7', '52.10', '72.2', '72.3'),
  },
  {
    why: 'a charge and an intent that were made under terms that the recording does not tell',
    covers: step =>
      ['/v1/charges/ch_2QVXAV9e1RjUNIyY1R55JuDX', '/v1/payment_intents/pi_2OQzKX9e1RjUNIyY1I235TqE'].includes(
        step.path,
      ),
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
