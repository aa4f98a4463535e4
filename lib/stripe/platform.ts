import type { Result } from '../result.ts'
import { stripe } from './client.ts'
import { callStripe, type StripeFailure } from './errors.ts'

/** The account that the secret key belongs to, and its country as two letters. */
export async function retrievePlatformAccount(): Promise<
  Result<{ accountId: string; country: string | null }, StripeFailure>
> {
  return callStripe(async () => {
    const { id, country } = await stripe().accounts.retrieveCurrent()
    return { accountId: id, country: country ?? null }
  })
}
