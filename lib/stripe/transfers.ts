import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type ToldRetransfer, writeRetransfer } from './taking-metadata.ts'

/**
 * Sends a part of the platform's available balance to a connected account; returns the `tr_…`, which is final. Fails with
 * `insufficient_balance` when less than that is available. https://docs.stripe.com/api/transfers/create
 */
export function createTransfer(
  input: ToldRetransfer & {
    attempt: number
    amount: bigint
    currency: string
    destinationAccountId: string
    transferGroup: string
  },
): Promise<Result<string, StripeFailure>> {
  return callStripe(async () => {
    const transfer = await stripe().transfers.create(
      {
        amount: Number(input.amount),
        currency: input.currency,
        destination: input.destinationAccountId,
        transfer_group: input.transferGroup,
        metadata: writeRetransfer(input),
      },
      { idempotencyKey: `retransfer:${input.retransferId}:${input.attempt}` },
    )
    return transfer.id
  })
}

/** Finds our transfer among those of an order: the way out once Stripe may have forgotten the idempotency key. */
export function findTransfer(
  transferGroup: string,
  retransferId: string,
): Promise<Result<string | null, StripeFailure>> {
  return callStripe(async () => {
    const pages = stripe().transfers.list({ transfer_group: transferGroup, limit: 100 })
    for await (const transfer of pages) {
      if (transfer.metadata.retransfer_id === retransferId) return transfer.id
    }
    return null
  })
}
