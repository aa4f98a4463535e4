import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { readPayment, readRefund, type ToldPayment, type ToldRefund } from './metadata.ts'

// What was made at Stripe since a moment, with what our metadata says of it: for making rows again that a restored backup has lost.

type Listing<T> = Promise<Result<T[], StripeFailure>>

const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === 'string' ? value : (value?.id ?? null)
const dateOf = (seconds: number) => new Date(seconds * 1000)
const expandedOf = <T extends object>(value: string | T | null | undefined) =>
  value && typeof value === 'object' ? value : null

/** Everything of a list in the order in which it was made; Stripe lists the newest first. */
export function oldestFirst<S, T>(pages: AsyncIterable<S>, reshape: (one: S) => T | null): Listing<T> {
  return callStripe(async () => {
    const made: T[] = []
    for await (const one of pages) {
      const reshaped = reshape(one)
      if (reshaped) made.push(reshaped)
    }
    return made.reverse()
  })
}

export const madeSince = (since: Date) => ({
  created: { gte: Math.floor(since.getTime() / 1000) },
  limit: 100,
})

export type MadeCustomer = {
  stripeCustomerId: string
  customerRowId: string
  /** Null for a Customer that was made before Stripe was told. */
  userId: string | null
  email: string
  name: string
  createdAt: Date
}

/** Customers of our rows. https://docs.stripe.com/api/customers/list */
export const listMadeCustomers = (since: Date): Listing<MadeCustomer> =>
  oldestFirst(stripe().customers.list(madeSince(since)), ({ id, metadata, email, name, created }) =>
    metadata.customer_id
      ? {
          stripeCustomerId: id,
          customerRowId: metadata.customer_id,
          userId: metadata.user_id ?? null,
          email: email ?? '',
          name: name ?? '',
          createdAt: dateOf(created),
        }
      : null,
  )

export type MadeAccount = {
  stripeAccountId: string
  connectedAccountId: string
  userId: string
  email: string
  /** As Stripe was given it in onboarding; empty before. */
  name: string
  country: string
  defaultCurrency: string
  createdAt: Date
}

function reshapeAccount(account: Stripe.Account): MadeAccount | null {
  const { connected_account_id: connectedAccountId, user_id: userId } = account.metadata ?? {}
  if (!connectedAccountId || !userId) return null
  const { first_name, last_name } = account.individual ?? {}
  return {
    stripeAccountId: account.id,
    connectedAccountId,
    userId,
    email: account.email ?? '',
    name: [first_name, last_name].filter(Boolean).join(' '),
    country: account.country ?? '',
    defaultCurrency: account.default_currency ?? '',
    createdAt: dateOf(account.created ?? 0),
  }
}

/** Contractors' accounts of our rows. https://docs.stripe.com/api/accounts/list */
export const listMadeAccounts = (since: Date): Listing<MadeAccount> =>
  oldestFirst(stripe().accounts.list(madeSince(since)), reshapeAccount)

export type MadeCardSetup = {
  setupIntentId: string
  cardSetupId: string
  requestKey: string
  stripeCustomerId: string
  createdAt: Date
}

/** Savings of cards, finished or not. https://docs.stripe.com/api/setup_intents/list */
export const listMadeCardSetups = (since: Date): Listing<MadeCardSetup> =>
  oldestFirst(stripe().setupIntents.list(madeSince(since)), intent => {
    const { card_setup_id: cardSetupId, request_key: requestKey } = intent.metadata ?? {}
    const stripeCustomerId = idOf(intent.customer)
    if (!cardSetupId || !stripeCustomerId) return null
    const createdAt = dateOf(intent.created)
    return {
      ...{ setupIntentId: intent.id, cardSetupId, stripeCustomerId, createdAt },
      requestKey: requestKey ?? `restored:${cardSetupId}`,
    }
  })

export type MadePayment = {
  paymentIntentId: string
  paymentId: string
  /** Null for one that was made before Stripe was told, or whose metadata somebody changed. */
  told: ToldPayment | null
  status: Stripe.PaymentIntent.Status
  /** Whether it has ever held or taken money. */
  hasHeld: boolean
  /** Whether it was canceled by somebody's wish: Stripe names a reason for holds that end by themselves. */
  isLetGo: boolean
  amount: bigint
  currency: string
  paymentMethodId: string
  stripeAccountId: string
  createdAt: Date
}

function reshapePayment(intent: Stripe.PaymentIntent): MadePayment | null {
  const { payment_id: paymentId } = intent.metadata
  if (!paymentId) return null
  const charge = expandedOf(intent.latest_charge)
  // A decline takes the card off the intent.
  const method =
    idOf(intent.payment_method) ?? charge?.payment_method ?? idOf(intent.last_payment_error?.payment_method)
  return {
    paymentIntentId: intent.id,
    paymentId,
    told: readPayment(intent.metadata),
    status: intent.status,
    hasHeld: charge?.status === 'succeeded',
    isLetGo: intent.status === 'canceled' && !intent.cancellation_reason,
    amount: BigInt(intent.amount),
    currency: intent.currency,
    paymentMethodId: method ?? '',
    stripeAccountId: idOf(intent.transfer_data?.destination) ?? '',
    createdAt: dateOf(intent.created),
  }
}

/** PaymentIntents of our rows. https://docs.stripe.com/api/payment_intents/list */
export const listMadePayments = (since: Date): Listing<MadePayment> =>
  oldestFirst(
    stripe().paymentIntents.list({ ...madeSince(since), expand: ['data.latest_charge'] }),
    reshapePayment,
  )

/** One of them, whenever it was made; null when it is not of a row of ours. */
export const retrieveMadePayment = (
  paymentIntentId: string,
): Promise<Result<MadePayment | null, StripeFailure>> =>
  callStripe(async () =>
    reshapePayment(await stripe().paymentIntents.retrieve(paymentIntentId, { expand: ['latest_charge'] })),
  )

export type MadeRefund = {
  stripeRefundId: string
  refundId: string
  told: ToldRefund | null
  paymentIntentId: string
  transferReversalId: string | null
  amount: bigint
  currency: string
  createdAt: Date
}

/** Refunds of our rows. https://docs.stripe.com/api/refunds/list */
export const listMadeRefunds = (since: Date): Listing<MadeRefund> =>
  oldestFirst(stripe().refunds.list(madeSince(since)), refund => {
    const refundId = refund.metadata?.refund_id
    if (!refundId) return null
    return {
      ...{ stripeRefundId: refund.id, refundId, told: readRefund(refund.metadata) },
      paymentIntentId: idOf(refund.payment_intent) ?? '',
      transferReversalId: idOf(refund.transfer_reversal),
      amount: BigInt(refund.amount),
      currency: refund.currency,
      createdAt: dateOf(refund.created),
    }
  })
