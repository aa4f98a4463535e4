import type { Prisma, Tx } from '../db.ts'
import type { Entry } from '../ledger/model.ts'
import { postTransaction } from '../ledger/post-transaction.ts'
import { capture, commission, hold, holdEnded, processingFee } from '../ledger/recipes.ts'
import type { PaymentSnapshot } from '../stripe/payment-intents.ts'
import type { PaymentStatus } from './model.ts'

type PaymentRow = Prisma.PaymentGetPayload<object>

/** The facts that a payment's status and Stripe's figures stand for, by their code. */
function factsOf(row: PaymentRow, snapshot: PaymentSnapshot, status: PaymentStatus): Record<string, Entry[]> {
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

/** Writes into the ledger what a reading of a PaymentIntent shows, each fact once. `row` is the row as it was before. */
export async function postPayment(
  tx: Tx,
  row: PaymentRow,
  snapshot: PaymentSnapshot,
  status: PaymentStatus,
): Promise<void> {
  const { livemode, currency } = row
  for (const [code, entries] of Object.entries(factsOf(row, snapshot, status))) {
    await postTransaction(tx, { livemode, source: { type: 'payment', id: row.id }, code, currency, entries })
  }
}
