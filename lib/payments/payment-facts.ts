import type { Entry, LedgerFact } from '../ledger/model.ts'
import { capture, commission, hold, holdEnded, processingFee } from '../ledger/recipes.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import type { PaymentStatus } from './model.ts'

/** A payment's row as it was before what Stripe says now is applied. */
export type PaymentBefore = {
  id: string
  orderId: string
  livemode: boolean
  connectedAccountId: string
  status: PaymentStatus
  amount: bigint
  currency: string
  /** Whether its release was asked for. */
  isReleasing: boolean
}

/** The entries that a payment's status and Stripe's figures stand for, by their code. */
function entriesOf(
  row: PaymentBefore,
  snapshot: PaymentSnapshot,
  status: PaymentStatus,
): Record<string, Entry[]> {
  const party = row.connectedAccountId
  if (status === 'requires_capture') return { hold: hold(row.amount) }
  const wasHeld = row.status === 'requires_capture'
  const ended: Record<string, Entry[]> = wasHeld ? { hold_ended: holdEnded(row.amount) } : {}
  if (status !== 'succeeded') return ended
  return {
    ...ended,
    capture: capture(party, snapshot.amountCaptured),
    commission: commission(party, snapshot.commission),
    // Stripe may name its fee a moment later than the capture: the next reading posts it.
    processing_fee: processingFee(snapshot.processingFee ?? 0n),
  }
}

/** The facts that a reading of a PaymentIntent shows, for the ledger to keep once each. */
export function factsOf(row: PaymentBefore, snapshot: PaymentSnapshot, status: PaymentStatus): LedgerFact[] {
  const { livemode, currency } = row
  const source = { type: 'payment', id: row.id } as const
  return Object.entries(entriesOf(row, snapshot, status)).map(([code, entries]) => {
    return { livemode, source, code, currency, entries }
  })
}
