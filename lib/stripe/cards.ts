import type Stripe from 'stripe'
import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** A card as Stripe keeps it: never its number. */
export type StripeCard = {
  paymentMethodId: string
  fingerprint: string
  brand: string
  last4: string
  expMonth: number
  expYear: number
  /** Null once it is detached from its customer. */
  customerId: string | null
}

/** A SetupIntent, with the card it saved if it has succeeded. */
export type CardSetupSnapshot = {
  setupIntentId: string
  clientSecret: string
  status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'processing'
    | 'canceled'
    | 'succeeded'
  cardSetupId: string | null
  card: StripeCard | null
  failureCode: string | null
}

function reshapeCard(method: Stripe.PaymentMethod): StripeCard | null {
  if (!method.card) return null
  return {
    paymentMethodId: method.id,
    fingerprint: method.card.fingerprint ?? method.id,
    brand: method.card.brand,
    last4: method.card.last4,
    expMonth: method.card.exp_month,
    expYear: method.card.exp_year,
    customerId: typeof method.customer === 'string' ? method.customer : (method.customer?.id ?? null),
  }
}

function reshapeSetup(intent: Stripe.SetupIntent): CardSetupSnapshot {
  const method = intent.payment_method
  const saved = intent.status === 'succeeded' && method && typeof method === 'object'
  return {
    setupIntentId: intent.id,
    clientSecret: intent.client_secret ?? '',
    status: intent.status as CardSetupSnapshot['status'],
    cardSetupId: intent.metadata?.card_setup_id ?? null,
    card: saved ? reshapeCard(method) : null,
    failureCode: intent.last_setup_error?.decline_code ?? intent.last_setup_error?.code ?? null,
  }
}

/** Starts saving a card for later use by its owner. https://docs.stripe.com/api/setup_intents/create */
export async function createSetupIntent(input: {
  cardSetupId: string
  requestKey: string
  customerId: string
}): Promise<Result<CardSetupSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const intent = await stripe().setupIntents.create(
      {
        customer: input.customerId,
        usage: 'off_session',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        metadata: { card_setup_id: input.cardSetupId, request_key: input.requestKey },
        expand: ['payment_method'],
      },
      { idempotencyKey: `card-setup:${input.cardSetupId}:1` },
    )
    return reshapeSetup(intent)
  })
}

export async function retrieveSetupIntent(
  setupIntentId: string,
): Promise<Result<CardSetupSnapshot, StripeFailure>> {
  return callStripe(async () =>
    reshapeSetup(await stripe().setupIntents.retrieve(setupIntentId, { expand: ['payment_method'] })),
  )
}

/** The card of a PaymentMethod; null when it is not a card. */
export async function retrieveCard(
  paymentMethodId: string,
): Promise<Result<StripeCard | null, StripeFailure>> {
  return callStripe(async () => reshapeCard(await stripe().paymentMethods.retrieve(paymentMethodId)))
}

/** Takes a card off its customer; it can never be charged again. https://docs.stripe.com/api/payment_methods/detach */
export async function detachCard(
  savedCardId: string,
  paymentMethodId: string,
): Promise<Result<void, StripeFailure>> {
  return callStripe(async () => {
    await stripe().paymentMethods.detach(
      paymentMethodId,
      {},
      { idempotencyKey: `detach-card:${savedCardId}:1` },
    )
  })
}
