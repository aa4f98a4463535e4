import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { madeSince, oldestFirst } from './made.ts'
import { readRetransfer, readTaking, type ToldRetransfer, type ToldTaking } from './taking-metadata.ts'

// The same for money that was taken from contractors, and sent to them again.

type Listing<T> = Promise<Result<T[], StripeFailure>>

/** A transfer reversal (`trr_…`) or an account debit (`py_…`). */
export type MadeTaking = {
  stripeObjectId: string
  instrument: 'transfer_reversal' | 'account_debit'
  /** Null for one that was made before Stripe was told, or whose metadata somebody changed. */
  told: ToldTaking | null
  amount: bigint
  currency: string
  createdAt: Date
}

function reshape(
  object: Stripe.Charge | Stripe.TransferReversal,
  instrument: MadeTaking['instrument'],
): MadeTaking | null {
  const { recovery_id, collection_id } = object.metadata ?? {}
  if (!recovery_id && !collection_id) return null
  return {
    stripeObjectId: object.id,
    instrument,
    told: readTaking(object.metadata),
    amount: BigInt(object.amount),
    currency: object.currency,
    createdAt: new Date(object.created * 1000),
  }
}

/** What a movement of the platform's balance is of: a reversal's stands under its transfer. */
async function takingsOf({ source }: Stripe.BalanceTransaction): Promise<(MadeTaking | null)[]> {
  if (!source || typeof source === 'string') return []
  if (source.object === 'charge') return [reshape(source, 'account_debit')]
  if (source.object === 'transfer_reversal') return [reshape(source, 'transfer_reversal')]
  if (source.object !== 'transfer' || source.amount_reversed === 0) return []
  const reversals: (MadeTaking | null)[] = []
  for await (const reversal of stripe().transfers.listReversals(source.id, { limit: 100 }))
    reversals.push(reshape(reversal, 'transfer_reversal'))
  return reversals
}

/**
 * Everything that was taken for rows of ours, oldest first. Stripe has no list of all reversals, but each is a movement of the
 * platform's balance, and so is each debit.
 */
export function listMadeTakings(since: Date): Listing<MadeTaking> {
  return callStripe(async () => {
    const takings = new Map<string, MadeTaking>()
    const read = new Set<string>()
    const pages = stripe().balanceTransactions.list({ ...madeSince(since), expand: ['data.source'] })
    for await (const movement of pages) {
      const { source } = movement
      const id = source && typeof source === 'object' ? source.id : ''
      if (read.has(id)) continue
      read.add(id)
      for (const taking of await takingsOf(movement)) if (taking) takings.set(taking.stripeObjectId, taking)
    }
    return [...takings.values()].reverse().sort((one, other) => +one.createdAt - +other.createdAt)
  })
}

export type MadeRetransfer = {
  stripeTransferId: string
  told: ToldRetransfer | null
  amount: bigint
  currency: string
  createdAt: Date
}

/** Transfers of our rows, which are not those that captures make. https://docs.stripe.com/api/transfers/list */
export const listMadeRetransfers = (since: Date): Listing<MadeRetransfer> =>
  oldestFirst(stripe().transfers.list(madeSince(since)), transfer =>
    transfer.metadata.retransfer_id
      ? {
          stripeTransferId: transfer.id,
          told: readRetransfer(transfer.metadata),
          amount: BigInt(transfer.amount),
          currency: transfer.currency,
          createdAt: new Date(transfer.created * 1000),
        }
      : null,
  )
