import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type ToldRecovery, writeTaking } from './taking-metadata.ts'

/** What took the money back: `trr_…` or `py_…`. Both are final when Stripe answers. */
export type RecoverySnapshot = { stripeObjectId: string }

/** The row of ours that takes money back, and how much, in minor units. Its id is in the metadata of what Stripe makes. */
export type Taking = { kind: 'recovery' | 'collection'; id: string; attempt: number; amount: bigint }

/** Stripe is told the terms of the whole recovery with each part that is taken. */
const metadataOf = ({ kind, id }: Taking, recovery: ToldRecovery) =>
  writeTaking({ collectionId: kind === 'collection' ? id : null, recovery })

const keyOf = ({ kind, id, attempt }: Taking) => ({ idempotencyKey: `${kind}:${id}:${attempt}` })
const nameIn = ({ kind }: Pick<Taking, 'kind'>) => `${kind}_id`

/** What is left of an order's transfer to reverse, in minor units. */
export async function reversibleOf(transferId: string): Promise<Result<bigint, StripeFailure>> {
  return callStripe(async () => {
    const transfer = await stripe().transfers.retrieve(transferId)
    return BigInt(transfer.amount - transfer.amount_reversed)
  })
}

/** Takes back a part of an order's transfer. https://docs.stripe.com/api/transfer_reversals/create */
export async function reverseTransfer(
  taking: Taking,
  recovery: ToldRecovery,
  transferId: string,
): Promise<Result<RecoverySnapshot, StripeFailure>> {
  return callStripe(async () => {
    const reversal = await stripe().transfers.createReversal(
      transferId,
      { amount: Number(taking.amount), metadata: metadataOf(taking, recovery) },
      keyOf(taking),
    )
    return { stripeObjectId: reversal.id }
  })
}

/** Charges a connected account for the platform. https://docs.stripe.com/connect/account-debits */
export async function debitAccount(
  taking: Taking,
  recovery: ToldRecovery,
  from: { accountId: string; currency: string; description: string },
): Promise<Result<RecoverySnapshot, StripeFailure>> {
  return callStripe(async () => {
    const charge = await stripe().charges.create(
      {
        amount: Number(taking.amount),
        currency: from.currency,
        source: from.accountId,
        description: from.description,
        metadata: metadataOf(taking, recovery),
      },
      keyOf(taking),
    )
    return { stripeObjectId: charge.id }
  })
}

/** Finds our reversal of a transfer: the way out once Stripe may have forgotten the idempotency key. */
export async function findReversal(
  taking: Taking,
  transferId: string,
): Promise<Result<RecoverySnapshot | null, StripeFailure>> {
  return callStripe(async () => {
    for await (const reversal of stripe().transfers.listReversals(transferId, { limit: 100 })) {
      if (reversal.metadata?.[nameIn(taking)] === taking.id) return { stripeObjectId: reversal.id }
    }
    return null
  })
}

/** Finds our account debit by metadata, likewise. */
export async function findDebit(taking: Taking): Promise<Result<RecoverySnapshot | null, StripeFailure>> {
  const query = `metadata['${nameIn(taking)}']:'${taking.id}'`
  const found = await callStripe(() => stripe().charges.search({ query, limit: 1 }))
  if (!found.ok) return found
  const charge = found.value.data[0]
  return ok(charge ? { stripeObjectId: charge.id } : null)
}
