import { now } from '../clock.ts'
import { CURRENCIES } from '../currencies.ts'
import { db } from '../db.ts'
import { least, moneyOf } from '../money.ts'
import { readRefundable, transferLeft } from '../refunds/refundable.ts'
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
 * What is left of a payment's transfer to reverse. Stripe knows what others did there; our own rows know what refunds and recoveries
 * have asked for that Stripe has not answered yet, and that is theirs: a refund that found the transfer reversed already would take
 * nothing from the contractor, and return the commission all the same.
 */
async function transferLeftOf(payment: Of['payment']): Promise<Result<bigint, StripeFailure>> {
  if (!payment?.stripeTransferId) return ok(0n)
  const left = await reversibleOf(payment.stripeTransferId)
  const known = left.ok && (await readRefundable(db(), payment.id, payment.livemode))
  return known ? ok(least(left.value, transferLeft(known))) : left
}

type Of = {
  account: { id: string; stripeAccountId: string; defaultCurrency: string }
  payment: { id: string; livemode: boolean; stripeTransferId: string | null; availableOn: Date | null } | null
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
  const left = await transferLeftOf(payment)
  if (!left.ok) return left
  const line = balance.value.find(one => one.currency === currency)
  const consentVersion = await consentOf(account.id)
  return ok({
    reversible: left.value,
    available: line?.available ?? 0n,
    pending: line?.pending ?? 0n,
    isTransferPending: payment?.availableOn != null && payment.availableOn > now(),
    consentVersion,
    canDebit: consentVersion !== null && account.defaultCurrency === currency,
    debitMinimum: CURRENCIES[moneyOf(0n, currency).currency].minimum,
  })
}
