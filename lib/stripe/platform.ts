import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** The account that the secret key belongs to, in our shape. */
export type PlatformSnapshot = {
  accountId: string
  /** Two letters. */
  country: string | null
  defaultCurrency: string | null
  chargesEnabled: boolean
  payoutsEnabled: boolean
  detailsSubmitted: boolean
  statementDescriptor: string | null
  /** Stripe's clock when it answered; null where the answer had no date. */
  answeredAt: Date | null
}

/** The account that the secret key belongs to. https://docs.stripe.com/api/accounts/retrieve */
export async function retrievePlatformAccount(): Promise<Result<PlatformSnapshot, StripeFailure>> {
  return callStripe(async () => {
    const account = await stripe().accounts.retrieveCurrent()
    const date = account.lastResponse.headers.date
    return {
      accountId: account.id,
      country: account.country ?? null,
      defaultCurrency: account.default_currency ?? null,
      chargesEnabled: account.charges_enabled,
      payoutsEnabled: account.payouts_enabled,
      detailsSubmitted: account.details_submitted,
      statementDescriptor: account.settings?.payments.statement_descriptor ?? null,
      answeredAt: date ? new Date(date) : null,
    }
  })
}

/** Whether the platform may look after other accounts at all: Stripe refuses the list to anybody else. */
export function mayConnect(): Promise<Result<void, StripeFailure>> {
  return callStripe(async () => {
    await stripe().accounts.list({ limit: 1 })
  })
}

export type EndpointSnapshot = {
  id: string
  url: string
  isEnabled: boolean
  /** `*` is all of them. */
  events: string[]
  /** Null is the account's own default version. */
  apiVersion: string | null
}

/** The webhook endpoints of the platform. https://docs.stripe.com/api/webhook_endpoints/list */
export function listWebhookEndpoints(): Promise<Result<EndpointSnapshot[], StripeFailure>> {
  return callStripe(async () => {
    const endpoints: EndpointSnapshot[] = []
    for await (const one of stripe().webhookEndpoints.list({ limit: 100 }))
      endpoints.push({
        id: one.id,
        url: one.url,
        isEnabled: one.status === 'enabled',
        events: one.enabled_events,
        apiVersion: one.api_version,
      })
    return endpoints
  })
}
