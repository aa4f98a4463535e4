import { expect } from '@playwright/test'

/** An object of Stripe's as its API answers it. Specs name the few fields that they look at. */
export type StripeObject = { id: string } & Record<string, unknown>

export type Asked = { seq: number; method: string; path: string }

type Params = Record<string, string | number>
type Fault = {
  method: string
  /** A prefix of the path, or a pattern with `:id`. */
  path: string
  kind: 'fail_before' | 'fail_after' | 'hang' | 'cut' | 'rate_limit' | 'slow'
  count: number
  delayMs?: number
}

/** What a charge is called that is not of an order. */
export const OTHER_BUSINESS = 'Other business'

/**
 * The local Stripe as a test sees it: what Stripe's API says (with the secret key, to assert) and the control of its
 * clock, faults and webhooks (to arrange). Of money it only brings the platform some of its own.
 */
export class LocalStripe {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  /** One object by its API path, as `account` sees it or else the platform. Throws on any refusal. */
  async get<T = StripeObject>(path: string, params: Params = {}, account?: string): Promise<T> {
    const query = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))
    const response = await fetch(`${this.url}/v1/${path}?${query}`, {
      headers: { authorization: 'Bearer sk_test_local', ...(account ? { 'stripe-account': account } : {}) },
    })
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  /** All objects of a list, page after page. */
  async list<T extends { id: string }>(path: string, params: Params = {}, account?: string): Promise<T[]> {
    const all: T[] = []
    for (;;) {
      const last = all.at(-1)
      const page = await this.get<{ data: T[]; has_more: boolean }>(
        path,
        { limit: 100, ...params, ...(last ? { starting_after: last.id } : {}) },
        account,
      )
      all.push(...page.data)
      if (!page.has_more) return all
    }
  }

  /** What was asked of Stripe's API since the request with a number, oldest first. The log keeps the last few hundred. */
  async requestsAfter(seq: number): Promise<Asked[]> {
    const response = await fetch(`${this.url}/_control/requests?after=${seq}`)
    return ((await response.json()) as { requests: Asked[] }).requests
  }

  /** Moves Stripe's clock; returns when all that fell due is done and the app was told. */
  async advanceClock(span: { days?: number; hours?: number }): Promise<void> {
    const seconds = ((span.days ?? 0) * 24 + (span.hours ?? 0)) * 3600
    await this.#control('POST', 'clock/advance', { seconds })
    await this.flushWebhooks()
  }

  /** Waits until every webhook has been delivered. */
  async flushWebhooks(): Promise<void> {
    await this.#control('POST', 'webhooks/flush', {})
  }

  /** Gives the platform a thousand dollars that are available at once, as a platform has them from its other business. */
  async fundPlatform(): Promise<void> {
    const response = await fetch(`${this.url}/v1/payment_intents`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_local' },
      body: new URLSearchParams({
        amount: '100000',
        currency: 'usd',
        confirm: 'true',
        description: OTHER_BUSINESS,
        payment_method: 'pm_card_bypassPending',
        'automatic_payment_methods[enabled]': 'true',
        'automatic_payment_methods[allow_redirects]': 'never',
      }),
    })
    if (!response.ok) throw new Error(`fund the platform: ${response.status} ${await response.text()}`)
  }

  async addFault(fault: Fault): Promise<void> {
    await this.#control('POST', 'faults', fault)
  }

  async clearFaults(): Promise<void> {
    await this.#control('DELETE', 'faults')
  }

  async #control(method: string, path: string, body?: object): Promise<void> {
    const response = await fetch(`${this.url}/_control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok)
      throw new Error(`${method} _control/${path}: ${response.status} ${await response.text()}`)
  }
}

type Sums = { amount: number; currency: string }[]
export type Balance = { pending: Sums; available: Sums }

function add(totals: Map<string, number>, currency: string, amount: number): void {
  totals.set(currency, (totals.get(currency) ?? 0) + amount)
}

const byCurrency = (totals: Map<string, number>) =>
  Object.fromEntries([...totals].filter(([, amount]) => amount !== 0).sort())

async function expectBalanced(stripe: LocalStripe, account: string | undefined): Promise<void> {
  const balance = await stripe.get<Balance>('balance', {}, account)
  const moves = await stripe.list<{ id: string; net: number; currency: string }>(
    'balance_transactions',
    {},
    account,
  )
  const held = new Map<string, number>()
  for (const { currency, amount } of [...balance.pending, ...balance.available]) add(held, currency, amount)
  const moved = new Map<string, number>()
  for (const { currency, net } of moves) add(moved, currency, net)
  expect(byCurrency(held), `balance of ${account ?? 'the platform'}`).toEqual(byCurrency(moved))
}

/** The platform's and every contractor's balance is the sum of its movements, to the cent and by currency. */
export async function expectMoneyAddsUp(stripe: LocalStripe): Promise<void> {
  const accounts = await stripe.list('accounts')
  await expectBalanced(stripe, undefined)
  for (const { id } of accounts) await expectBalanced(stripe, id)
}
