import { DAY } from '../core/clock.ts'
import type { Charge, PaymentIntent } from './kinds.ts'

type Card = NonNullable<NonNullable<Charge['payment_method_details']>['card']>
type Features = Pick<
  Card,
  'extended_authorization' | 'incremental_authorization' | 'multicapture' | 'overcapture'
>

/** docs.stripe.com/payments/flexible-payments: what a network allows for a payment over the internet. */
const MULTICAPTURE = ['amex', 'discover', 'mastercard', 'visa']
const OVERCAPTURE = ['amex', 'discover', 'mastercard', 'visa']
const EXTENDED = ['amex', 'discover', 'mastercard', 'visa']
const INCREMENTAL = ['amex', 'discover', 'mastercard', 'unionpay', 'visa']

/** How much more than was authorized may be captured: a fifth. Networks differ by trade and country. */
const OVERCAPTURE_PERCENT = 120

const ENABLED = Object.freeze({ status: 'enabled' as const })
const DISABLED = Object.freeze({ status: 'disabled' as const })
const AVAILABLE = Object.freeze({ status: 'available' as const })
const UNAVAILABLE = Object.freeze({ status: 'unavailable' as const })

const HOUR = 3600
const USUAL_HOLD = 7 * DAY
/** Visa leaves itself time to clear, of thirty days and of five. */
const VISA_EXTENDED_HOLD = 29 * DAY + 18 * HOUR
const VISA_MERCHANT_HOLD = 4 * DAY + 18 * HOUR
const EXTENDED_HOLD = 30 * DAY

export interface Hold {
  /** The card's brand as the API writes it. */
  brand: string
  /** The payer was not there: a merchant-initiated payment. */
  offSession: boolean
  /** The money is held, not taken. */
  manualCapture: boolean
}

function isExtended(intent: PaymentIntent, { brand, offSession, manualCapture }: Hold): boolean {
  const asked = intent.payment_method_options?.card?.request_extended_authorization === 'if_available'
  return asked && manualCapture && EXTENDED.includes(brand) && !(brand === 'visa' && offSession)
}

/** Seconds for which a hold lasts: docs.stripe.com/payments/place-a-hold-on-a-payment-method and /extended-authorization */
export function holdSeconds(intent: PaymentIntent, hold: Hold): number {
  if (isExtended(intent, hold)) return hold.brand === 'visa' ? VISA_EXTENDED_HOLD : EXTENDED_HOLD
  return hold.brand === 'visa' && hold.offSession ? VISA_MERCHANT_HOLD : USUAL_HOLD
}

/** The most that can be captured of what was authorized. Minor units. */
export function overcaptureLimit(amount: number, isAvailable: boolean): number {
  return isAvailable ? Math.floor((amount * OVERCAPTURE_PERCENT) / 100) : amount
}

/** What can be done with a hold: only what was asked for, and what the card's network allows. */
export function featuresOf(intent: PaymentIntent, hold: Hold): Features {
  const asked = intent.payment_method_options?.card
  const isThere = (request: string | undefined, brands: string[]) =>
    request === 'if_available' && hold.manualCapture && brands.includes(hold.brand)
  const word = (available: boolean) => (available ? 'available' : 'unavailable')
  const shown = (available: boolean) => (available ? AVAILABLE : UNAVAILABLE)
  const over = isThere(asked?.request_overcapture, OVERCAPTURE)
  return {
    extended_authorization: isExtended(intent, hold) ? ENABLED : DISABLED,
    incremental_authorization: shown(isThere(asked?.request_incremental_authorization, INCREMENTAL)),
    multicapture: shown(isThere(asked?.request_multicapture, MULTICAPTURE)),
    overcapture: {
      maximum_amount_capturable: overcaptureLimit(intent.amount, over),
      status: word(over),
    },
  }
}
