import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** The account that the secret key belongs to. */
export async function retrievePlatformAccount(): Promise<Result<{ accountId: string }, StripeFailure>> {
  return callStripe(async () => ({ accountId: (await stripe().accounts.retrieveCurrent()).id }))
}
