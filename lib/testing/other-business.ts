import { atStripe, doAtStripe } from './faults/at-stripe.ts'

const DESCRIPTION = 'Other business'

/** Gives the platform money that is available at once. It is not of an order, so the ledger does not know of it. */
export async function fundPlatform(amount = 50_000n): Promise<void> {
  await doAtStripe('payment_intents', {
    amount: String(amount),
    currency: 'usd',
    confirm: 'true',
    description: DESCRIPTION,
    payment_method: 'pm_card_bypassPending',
    'automatic_payment_methods[enabled]': 'true',
    'automatic_payment_methods[allow_redirects]': 'never',
  })
}

/** Whether what Stripe's movements are about is such money. */
export async function isOtherBusiness(subject: string): Promise<boolean> {
  if (!subject.startsWith('ch_')) return false
  const { description } = await atStripe<{ description: string | null }>(`charges/${subject}`)
  return description === DESCRIPTION
}
