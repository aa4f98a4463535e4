import Stripe from 'stripe'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import { type AccountSnapshot, reshapeAccount } from './account-snapshot.ts'
import { type AccountWall, wallOf } from './account-walls.ts'
import { stripe } from './client.ts'
import { callStripe, isDefinite, type StripeFailure } from './errors.ts'

/** Merchant category "professional services": what contractors on a marketplace of work do. */
const MERCHANT_CATEGORY = '8999'

export type NewAccount = {
  connectedAccountId: string
  /** The row's: part of the key, as a refusal is repeated under the same one. */
  attempt: number
  userId: string
  livemode: boolean
  email: string
  /** ISO 3166-1 alpha-2. Cannot be changed later. */
  country: string
  platformUrl: string
}

/** Why no account was opened; `wall` where it is one of those that stand before the whole platform. */
export type OpeningFailure = StripeFailure & { wall: AccountWall | null }

const descriptionOf = ({ platformUrl }: NewAccount) =>
  `Work ordered and paid for through ${platformUrl}, delivered by the contractor.`

const keyOf = ({ connectedAccountId, attempt }: NewAccount, what = '') =>
  `account:${connectedAccountId}${what}:${attempt}`

const metadataOf = ({ connectedAccountId, userId, livemode }: NewAccount) => ({
  connected_account_id: connectedAccountId,
  user_id: userId,
  livemode: String(livemode),
})

/**
 * The controller form of what Stripe calls a Custom account: we pay fees, bear losses and collect what Stripe asks for.
 * Payouts are manual, so that money stays in the balance until it is asked for.
 * https://docs.stripe.com/connect/migrate-to-controller-properties
 */
async function openByFirstVersion(input: NewAccount): Promise<Stripe.Account> {
  const params: Stripe.AccountCreateParams = {
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    },
    country: input.country,
    email: input.email,
    business_type: 'individual',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    business_profile: { mcc: MERCHANT_CATEGORY, product_description: descriptionOf(input) },
    settings: { payouts: { schedule: { interval: 'manual' } } },
    metadata: metadataOf(input),
  }
  return stripe().accounts.create(params, { idempotencyKey: keyOf(input) })
}

/**
 * The same account by the second version of Stripe's API. From then on it is spoken of by the first one, which Stripe takes for such accounts too:
 * beginning with the payouts, of which the second version says nothing.
 * https://docs.stripe.com/connect/accounts-v2/connected-account-configuration
 */
async function openBySecondVersion(input: NewAccount): Promise<Stripe.Account> {
  const params: Stripe.V2.Core.AccountCreateParams = {
    contact_email: input.email,
    dashboard: 'none',
    defaults: {
      responsibilities: { fees_collector: 'application', losses_collector: 'application' },
      profile: { product_description: descriptionOf(input) },
    },
    identity: { country: input.country.toLowerCase(), entity_type: 'individual' },
    configuration: {
      merchant: { capabilities: { card_payments: { requested: true } }, mcc: MERCHANT_CATEGORY },
      recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
    },
    metadata: metadataOf(input),
  }
  const { id } = await stripe().v2.core.accounts.create(params, { idempotencyKey: keyOf(input, ':v2') })
  const manual = { settings: { payouts: { schedule: { interval: 'manual' as const } } } }
  return stripe().accounts.update(id, manual, { idempotencyKey: keyOf(input, ':manual') })
}

async function attempt(
  open: () => Promise<Stripe.Account>,
): Promise<Result<AccountSnapshot, OpeningFailure>> {
  let wall: AccountWall | null = null
  const opened = await callStripe(async () => {
    try {
      return reshapeAccount(await open())
    } catch (error) {
      if (error instanceof Stripe.errors.StripeError) wall = wallOf(error)
      throw error
    }
  })
  return opened.ok ? ok(opened.value) : fail({ ...opened.error, wall })
}

/**
 * Opens a contractor's account at Stripe: the one place that knows which of Stripe's account APIs is used. Where Stripe lets a platform open none by the
 * first version, as it does with new ones, it is the second. The same attempt of a row always asks for the same account, so asking again never opens another one.
 * https://docs.stripe.com/connect/accounts-v2/account-creation
 */
export async function createConnectedAccount(
  input: NewAccount,
): Promise<Result<AccountSnapshot, OpeningFailure>> {
  if (env().stripe.accountsApi === 'v2') return attempt(() => openBySecondVersion(input))
  const opened = await attempt(() => openByFirstVersion(input))
  if (opened.ok || opened.error.wall !== 'first_version') return opened
  const second = await attempt(() => openBySecondVersion(input))
  if (second.ok || second.error.wall || !isDefinite(second.error)) return second
  return fail({ ...second.error, wall: 'first_version' })
}
