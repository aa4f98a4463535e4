import type Stripe from 'stripe'
import { ok, type Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'
import { type ToldPayment, writePayment } from './metadata.ts'

/** A PaymentIntent in our shape. Amounts in minor units of the intent's currency. */
export type PaymentSnapshot = {
  paymentIntentId: string
  /** Our row, from the metadata; null for an intent that is not ours. */
  paymentId: string | null
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'requires_capture'
    | 'canceled'
    | 'succeeded'
  clientSecret: string
  amountCapturable: bigint
  amountCaptured: bigint
  commission: bigint
  chargeId: string | null
  transferId: string | null
  applicationFeeId: string | null
  /** Until when the hold stands: `capture_before` of the charge, never computed. */
  captureBefore: Date | null
  /** Stripe's processing fee and the day the money is available; null until it is captured. */
  processingFee: bigint | null
  availableOn: Date | null
  declineCode: string | null
  failureCode: string | null
}

const EXPAND = ['latest_charge', 'latest_charge.balance_transaction']

const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === 'string' ? value : (value?.id ?? null)
const dateOf = (seconds: number | null | undefined) => (seconds ? new Date(seconds * 1000) : null)
const objectOf = <T extends object>(value: string | T | null | undefined) =>
  value && typeof value === 'object' ? value : null

function reshape(intent: Stripe.PaymentIntent): PaymentSnapshot {
  const charge = objectOf(intent.latest_charge)
  const movement = objectOf(charge?.balance_transaction)
  return {
    paymentIntentId: intent.id,
    paymentId: intent.metadata.payment_id ?? null,
    status: intent.status as PaymentSnapshot['status'],
    clientSecret: intent.client_secret ?? '',
    amountCapturable: BigInt(intent.amount_capturable),
    amountCaptured: BigInt(intent.amount_received),
    commission: BigInt(charge?.application_fee_amount ?? intent.application_fee_amount ?? 0),
    chargeId: idOf(intent.latest_charge),
    transferId: idOf(charge?.transfer),
    applicationFeeId: idOf(charge?.application_fee),
    captureBefore: dateOf(charge?.payment_method_details?.card?.capture_before),
    processingFee: movement ? BigInt(movement.fee) : null,
    availableOn: dateOf(movement?.available_on),
    declineCode: intent.last_payment_error?.decline_code ?? null,
    failureCode: intent.last_payment_error?.code ?? null,
  }
}

export type AuthorizeInput = ToldPayment & {
  amount: bigint
  currency: string
  customerId: string
  paymentMethodId: string
  destinationAccountId: string
}

/**
 * Creates and confirms in one call: a hold on a saved card, with the commission and the contractor's account as destination.
 * https://docs.stripe.com/connect/destination-charges, https://docs.stripe.com/payments/place-a-hold-on-a-payment-method
 */
export async function authorize(input: AuthorizeInput): Promise<Result<PaymentSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const intent = await stripe().paymentIntents.create(
      {
        amount: Number(input.amount),
        currency: input.currency,
        customer: input.customerId,
        payment_method: input.paymentMethodId,
        confirm: true,
        capture_method: 'manual',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        // Stripe refuses a fee of zero.
        ...(input.commission > 0n ? { application_fee_amount: Number(input.commission) } : {}),
        transfer_data: { destination: input.destinationAccountId },
        transfer_group: input.order.orderId,
        metadata: writePayment(input),
        expand: EXPAND,
      },
      { idempotencyKey: `authorize:${input.paymentId}:1` },
    )
    return reshape(intent)
  })
}

export async function retrievePayment(
  paymentIntentId: string,
): Promise<Result<PaymentSnapshot, StripeFailure>> {
  return callStripe(async () =>
    reshape(await stripe().paymentIntents.retrieve(paymentIntentId, { expand: EXPAND })),
  )
}

/**
 * Finds the PaymentIntent of a row whose id we never learnt, by metadata: the way out once Stripe may have forgotten the
 * idempotency key (https://docs.stripe.com/search). Null when Stripe has none.
 */
export async function findPayment(paymentId: string): Promise<Result<PaymentSnapshot | null, StripeFailure>> {
  const found = await callStripe(() =>
    stripe().paymentIntents.search({ query: `metadata['payment_id']:'${paymentId}'`, limit: 1 }),
  )
  if (!found.ok) return found
  const intent = found.value.data[0]
  return intent ? retrievePayment(intent.id) : ok(null)
}

/** Takes the held money, or a part of it; the rest of the hold ends. The commission is always passed: Stripe does not scale it. */
export async function capture(input: {
  paymentId: string
  attempt: number
  paymentIntentId: string
  amount: bigint
  commission: bigint
}): Promise<Result<PaymentSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const intent = await stripe().paymentIntents.capture(
      input.paymentIntentId,
      {
        amount_to_capture: Number(input.amount),
        ...(input.commission > 0n ? { application_fee_amount: Number(input.commission) } : {}),
        expand: EXPAND,
      },
      { idempotencyKey: `capture:${input.paymentId}:${input.attempt}` },
    )
    return reshape(intent)
  })
}

/** Lets go of a hold, or of an attempt that was never completed. */
export async function cancel(
  paymentId: string,
  paymentIntentId: string,
): Promise<Result<PaymentSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const intent = await stripe().paymentIntents.cancel(
      paymentIntentId,
      { expand: EXPAND },
      { idempotencyKey: `release:${paymentId}:1` },
    )
    return reshape(intent)
  })
}
