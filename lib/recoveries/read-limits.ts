import { now } from '../clock.ts'
import { CURRENCIES } from '../currencies.ts'
import { db } from '../db.ts'
import { moneyOf } from '../money.ts'
import { ok, type Result } from '../result.ts'
import { retrieveBalance } from '../stripe/balance.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { reversibleOf } from '../stripe/recoveries.ts'
import type { TakingLimits } from './next-taking.ts'

/** The version of our terms by which the contractor consented to debits, or null: Stripe's own agreement does not name that right. */
async function consentOf(connectedAccountId: string): Promise<string | null> {
  const terms = await db().termsAcceptance.findFirst({
    where: { connectedAccountId, document: 'holdfast_contractor' },
    orderBy: { acceptedAt: 'desc' },
  })
  return terms?.version ?? null
}

/**
 * What refunds that Stripe has not answered yet will reverse of a transfer, or have: it is theirs. A refund that found the transfer
 * reversed already would take nothing from the contractor, and return the commission all the same.
 */
async function promisedToRefunds(stripeTransferId: string): Promise<bigint> {
  const { _sum } = await db().refund.aggregate({
    where: { payment: { stripeTransferId }, status: 'requested', reverseTransfer: true },
    _sum: { amount: true },
  })
  return _sum.amount ?? 0n
}

type Of = {
  account: { id: string; stripeAccountId: string; defaultCurrency: string }
  payment: { stripeTransferId: string | null; availableOn: Date | null } | null
  currency: string
}

/** Reads from Stripe what can be taken from a contractor now, for an order's payment or none. */
export async function readLimits({
  account,
  payment,
  currency,
}: Of): Promise<Result<TakingLimits & { consentVersion: string | null }, StripeFailure>> {
  const balance = await retrieveBalance(account.stripeAccountId)
  if (!balance.ok) return balance
  const left = payment?.stripeTransferId ? await reversibleOf(payment.stripeTransferId) : ok(0n)
  if (!left.ok) return left
  const promised = payment?.stripeTransferId ? await promisedToRefunds(payment.stripeTransferId) : 0n
  const line = balance.value.find(one => one.currency === currency)
  const consentVersion = await consentOf(account.id)
  return ok({
    reversible: left.value > promised ? left.value - promised : 0n,
    available: line?.available ?? 0n,
    pending: line?.pending ?? 0n,
    isTransferPending: payment?.availableOn != null && payment.availableOn > now(),
    consentVersion,
    canDebit: consentVersion !== null && account.defaultCurrency === currency,
    debitMinimum: CURRENCIES[moneyOf(0n, currency).currency].minimum,
  })
}
