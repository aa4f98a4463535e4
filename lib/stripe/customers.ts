import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** Creates the Stripe Customer of our row. https://docs.stripe.com/api/customers/create */
export async function createStripeCustomer(input: {
  customerRowId: string
  userId: string
  email: string
  name: string
}): Promise<Result<{ customerId: string }, StripeFailure>> {
  return callStripe(async () => {
    const customer = await stripe().customers.create(
      {
        email: input.email,
        name: input.name,
        metadata: { customer_id: input.customerRowId, user_id: input.userId },
      },
      { idempotencyKey: `customer:${input.customerRowId}:1` },
    )
    return { customerId: customer.id }
  })
}

/**
 * Finds the Stripe Customer of our row among those with its e-mail address: the way out once Stripe may have forgotten the
 * idempotency key. Null when there is none.
 */
export async function findStripeCustomer(input: {
  customerRowId: string
  email: string
}): Promise<Result<{ customerId: string } | null, StripeFailure>> {
  return callStripe(async () => {
    for await (const customer of stripe().customers.list({ email: input.email, limit: 100 })) {
      if (customer.metadata.customer_id === input.customerRowId) return { customerId: customer.id }
    }
    return null
  })
}

/** Makes a card the customer's default at Stripe (`invoice_settings.default_payment_method`). `changeId` names this change of mind. */
export async function setDefaultPaymentMethod(input: {
  changeId: string
  customerId: string
  paymentMethodId: string
}): Promise<Result<void, StripeFailure>> {
  return callStripe(async () => {
    await stripe().customers.update(
      input.customerId,
      { invoice_settings: { default_payment_method: input.paymentMethodId } },
      { idempotencyKey: `default-card:${input.changeId}:1` },
    )
  })
}

/**
 * Deletes a Customer with its cards, for good; what was paid with them stays. One that is gone already is left alone.
 * https://docs.stripe.com/api/customers/delete
 */
export async function deleteStripeCustomer(input: {
  customerRowId: string
  customerId: string
}): Promise<Result<void, StripeFailure>> {
  return callStripe(async () => {
    const customer = await stripe().customers.retrieve(input.customerId)
    if (customer.deleted) return
    await stripe().customers.del(
      input.customerId,
      {},
      { idempotencyKey: `delete-customer:${input.customerRowId}:1` },
    )
  })
}
