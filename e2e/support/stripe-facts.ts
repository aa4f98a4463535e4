import type { LocalStripe, StripeObject } from './local-stripe.ts'

// What the specs ask Stripe itself, so that a page is never believed about money.

export type Intent = StripeObject & {
  status: string
  amount: number
  latest_charge: string | null
  metadata: Record<string, string>
}

export type Charge = StripeObject & {
  amount: number
  amount_captured: number
  amount_refunded: number
  refunded: boolean
  payment_intent: string
  payment_method_details: { card: { capture_before?: number } }
}

/** Every PaymentIntent that was ever made for an order, whatever became of it, newest first. */
export async function intentsOf(stripe: LocalStripe, orderId: string): Promise<Intent[]> {
  const intents = await stripe.list<Intent>('payment_intents')
  return intents.filter(intent => intent.metadata.order_id === orderId)
}

/** The one charge of an order that was paid once. Throws when there is another number of them. */
export async function chargeOf(stripe: LocalStripe, orderId: string): Promise<Charge> {
  const [intent, ...others] = await intentsOf(stripe, orderId)
  if (!intent?.latest_charge || others.length > 0) throw new Error(`Order ${orderId} was not paid once.`)
  return stripe.get<Charge>(`charges/${intent.latest_charge}`)
}

/** The account at Stripe that belongs to somebody, by their e-mail address. */
export async function accountOf(stripe: LocalStripe, email: string): Promise<string> {
  const accounts = await stripe.list<{ id: string; email: string | null }>('accounts')
  const [account, ...others] = accounts.filter(each => each.email === email)
  if (!account || others.length > 0) throw new Error(`${email} has not one account at Stripe.`)
  return account.id
}

type Listed<T> = { data: T[] }
/** A charge with everything that can move the platform's money because of it. */
type Expanded = StripeObject & {
  application_fee: { id: string; refunds: Listed<StripeObject> } | null
  transfer: { id: string; reversals: Listed<StripeObject> } | null
  refunds: Listed<StripeObject>
}

/**
 * What the platform has gained by an order that was paid once, in cents, by Stripe's own movements. Its balance would not do: other
 * orders of the same stack move it meanwhile.
 */
export async function platformGained(stripe: LocalStripe, orderId: string): Promise<number> {
  const { id } = await chargeOf(stripe, orderId)
  const charge = await stripe.get<Expanded>(`charges/${id}`, {
    'expand[0]': 'application_fee',
    'expand[1]': 'transfer',
    'expand[2]': 'refunds',
  })
  const { application_fee: fee, transfer, refunds } = charge
  const sources = [
    charge,
    fee,
    transfer,
    ...[fee?.refunds, transfer?.reversals, refunds].flatMap(list => list?.data),
  ]
  let gained = 0
  for (const source of sources) {
    if (!source) continue
    const moves = await stripe.list<{ id: string; net: number }>('balance_transactions', {
      source: source.id,
    })
    gained += moves.reduce((sum, { net }) => sum + net, 0)
  }
  return gained
}
