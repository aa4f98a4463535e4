import { z } from 'zod'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'

export type SavedCardView = {
  id: string
  brand: string
  last4: string
  expMonth: number
  expYear: number
  isDefault: boolean
}

const BRANDS: Record<string, string> = {
  amex: 'American Express',
  cartes_bancaires: 'Cartes Bancaires',
  diners: 'Diners Club',
  discover: 'Discover',
  eftpos_au: 'eftpos',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
}

/** "Visa ending in 4242". */
export function cardName({ brand, last4 }: Pick<SavedCardView, 'brand' | 'last4'>): string {
  return `${BRANDS[brand] ?? 'Card'} ending in ${last4}`
}

export const startCardSetupInput = z.object({ requestKey })
export const finishCardSetupInput = z.object({ cardSetupId: z.string().max(40) })
export const cardInput = z.object({ cardId: z.string().max(40) })

export type CardErrorCode =
  | 'not_found'
  | 'setup_failed'
  | 'setup_unfinished'
  | 'card_in_use'
  | 'stripe_unavailable'

export const CARD_ERRORS = {
  not_found: { status: 404, message: 'This card is not among yours. It may have been removed already.' },
  setup_failed: {
    status: 402,
    message:
      'The bank did not let us save this card. Check the details or try another card. Nothing was charged.',
  },
  setup_unfinished: {
    status: 409,
    message: 'The bank has not confirmed this card yet. Finish its check, or try again in a minute.',
  },
  card_in_use: {
    status: 409,
    message: 'This card is holding money for an open order. Finish or cancel that order first.',
  },
  stripe_unavailable: {
    status: 503,
    message: 'Stripe cannot be reached right now. Nothing was changed; try again in a minute.',
  },
} as const satisfies ErrorTable<CardErrorCode>
