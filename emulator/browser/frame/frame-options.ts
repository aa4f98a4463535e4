import type { Looks } from './appearance.ts'

/** Billing details as the API and Stripe.js write them. */
export interface BillingDetails {
  name?: string | null
  email?: string | null
  phone?: string | null
  address?: Record<string, string | null | undefined>
}

/** What a page sends a frame after `hello`, and again on every `update`. */
export interface FrameOptions extends Looks {
  key: string
  account?: string
  /** Ties the three parts of a split card form together. */
  group: string
  /** `setup` shows the sentence by which the payer allows later charges. */
  mode?: string
  /** The client secret of a customer session: saved cards are shown with it. */
  customerSession?: string
  hidePostalCode?: boolean
  hideIcon?: boolean
  disabled?: boolean
  fields?: { billingDetails?: string | { address?: string | Record<string, string> } }
  terms?: { card?: string }
  defaultValues?: BillingDetails & { billingDetails?: BillingDetails }
  display?: { name?: string }
  addressFields?: { phone?: string }
  allowedCountries?: string[] | null
  addressMode?: string
}
