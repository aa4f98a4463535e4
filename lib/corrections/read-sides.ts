import { db, type Prisma } from '../db.ts'
import { ledgerBalances } from '../ledger/balances.ts'
import { ledgerMovements, payoutMovements } from '../reconciliation/ledger-movements.ts'
import { ok, type Result } from '../result.ts'
import { retrieveKept } from '../stripe/balance.ts'
import { listMovementsOf } from '../stripe/balance-transactions.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { retrievePayout } from '../stripe/payouts.ts'

type Row = Prisma.DiscrepancyGetPayload<object>
type Sides = { ledger: bigint; stripe: bigint; party: string | null }

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

/** A movement of the platform's balance. */
async function ofPlatform({ livemode, subject, currency }: Row): Promise<Result<Sides, StripeFailure>> {
  const moved = await listMovementsOf(subject)
  if (!moved.ok) return moved
  const posted = (await ledgerMovements(livemode)).filter(
    one => one.objectId === subject && one.currency === currency,
  )
  const stripe = moved.value.filter(one => one.currency === currency).map(({ amount, fee }) => amount - fee)
  return ok({ ledger: sum(posted.map(({ amount }) => amount)), stripe: sum(stripe), party: null })
}

/** A payout from a contractor's balance, or all that Stripe keeps for them. */
async function ofContractor(row: Row, party: string): Promise<Result<Sides, StripeFailure>> {
  const { livemode, subject, account, currency } = row
  if (subject === account) {
    const balance = await retrieveKept(account)
    if (!balance.ok) return balance
    const line = balance.value.find(one => one.currency === currency)
    const own = (await ledgerBalances(livemode)).find(
      one => one.kind === 'contractor_balance' && one.party === party && one.currency === currency,
    )
    return ok({ ledger: own?.balance ?? 0n, stripe: line ? line.available + line.pending : 0n, party })
  }
  const payout = await retrievePayout(account, subject)
  if (!payout.ok) return payout
  const posted = (await payoutMovements(livemode)).filter(
    one => one.connectedAccountId === party && one.objectId === subject && one.currency === currency,
  )
  const stripe = payout.value.amountReturned - payout.value.amountLeft
  return ok({ ledger: sum(posted.map(({ amount }) => amount)), stripe, party })
}

/** What ledger and Stripe have of a difference at this moment, and whose balance it is: null for the platform's. */
export async function readSides(row: Row): Promise<Result<Sides, StripeFailure>> {
  if (row.account === '') return ofPlatform(row)
  const { livemode, account: stripeAccountId } = row
  const { id } = await db().connectedAccount.findFirstOrThrow({ where: { livemode, stripeAccountId } })
  return ofContractor(row, id)
}
