import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** What took the money back: `trr_…` or `py_…`. Both are final when Stripe answers. */
export type RecoverySnapshot = { stripeObjectId: string }

/** What is left of an order's transfer to reverse, in minor units. */
export async function reversibleOf(transferId: string): Promise<Result<bigint, StripeFailure>> {
  return callStripe(async () => {
    const transfer = await stripe().transfers.retrieve(transferId)
    return BigInt(transfer.amount - transfer.amount_reversed)
  })
}

type RecoveryInput = { recoveryId: string; attempt: number; amount: bigint }

/** Takes back a part of an order's transfer. https://docs.stripe.com/api/transfer_reversals/create */
export async function reverseTransfer(
  input: RecoveryInput & { transferId: string },
): Promise<Result<RecoverySnapshot, StripeFailure>> {
  return callStripe(async () => {
    const reversal = await stripe().transfers.createReversal(
      input.transferId,
      { amount: Number(input.amount), metadata: { recovery_id: input.recoveryId } },
      { idempotencyKey: `recovery:${input.recoveryId}:${input.attempt}` },
    )
    return { stripeObjectId: reversal.id }
  })
}

/** Charges a connected account for the platform. https://docs.stripe.com/connect/account-debits */
export async function debitAccount(
  input: RecoveryInput & { accountId: string; currency: string; description: string },
): Promise<Result<RecoverySnapshot, StripeFailure>> {
  return callStripe(async () => {
    const charge = await stripe().charges.create(
      {
        amount: Number(input.amount),
        currency: input.currency,
        source: input.accountId,
        description: input.description,
        metadata: { recovery_id: input.recoveryId },
      },
      { idempotencyKey: `recovery:${input.recoveryId}:${input.attempt}` },
    )
    return { stripeObjectId: charge.id }
  })
}

/** Finds our reversal of a transfer: the way out once Stripe may have forgotten the idempotency key. */
export async function findReversal(
  transferId: string,
  recoveryId: string,
): Promise<Result<RecoverySnapshot | null, StripeFailure>> {
  return callStripe(async () => {
    for await (const reversal of stripe().transfers.listReversals(transferId, { limit: 100 })) {
      if (reversal.metadata?.recovery_id === recoveryId) return { stripeObjectId: reversal.id }
    }
    return null
  })
}

/** Finds our account debit by metadata, likewise. */
export async function findDebit(recoveryId: string): Promise<Result<RecoverySnapshot | null, StripeFailure>> {
  const found = await callStripe(() =>
    stripe().charges.search({ query: `metadata['recovery_id']:'${recoveryId}'`, limit: 1 }),
  )
  if (!found.ok) return found
  const charge = found.value.data[0]
  return ok(charge ? { stripeObjectId: charge.id } : null)
}
