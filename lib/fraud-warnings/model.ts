import type { Currency } from '../currencies.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { PaymentStatus } from '../payments/model.ts'

/** What the bank says that happened: https://docs.stripe.com/api/radar/early_fraud_warnings/object */
const FRAUD_TYPE_WORDS = {
  card_never_received: 'fraudWarnings.cardNeverReceived',
  fraudulent_card_application: 'fraudWarnings.fraudulentCardApplication',
  made_with_counterfeit_card: 'fraudWarnings.madeWithCounterfeitCard',
  made_with_lost_card: 'fraudWarnings.madeWithLostCard',
  made_with_stolen_card: 'fraudWarnings.madeWithStolenCard',
  misc: 'fraudWarnings.misc',
  unauthorized_use_of_card: 'fraudWarnings.unauthorizedUseOfCard',
} as const satisfies Record<string, MessageKey>

type FraudType = keyof typeof FRAUD_TYPE_WORDS

/** The words for a type; those of any other for one that is new to us. */
export function fraudTypeWords(fraudType: string): (typeof FRAUD_TYPE_WORDS)[FraudType] {
  const isKnown = Object.hasOwn(FRAUD_TYPE_WORDS, fraudType)
  return FRAUD_TYPE_WORDS[isKnown ? (fraudType as FraudType) : 'misc']
}

/** A bank's early warning as an admin sees it; what can still be refunded of the payment in minor units. */
export type FraudWarningView = {
  id: string
  stripeWarningId: string
  order: { id: string; number: number; title: string }
  contractor: string
  amount: bigint
  currency: Currency
  paymentStatus: PaymentStatus
  fraudType: string
  isActionable: boolean
  /** Why nothing is left to do, where that is known. */
  endedBy: 'refund' | 'dispute' | null
  warnedAt: Date
}

/** Where an admin sees what a refund of everything moves, to confirm it: the form of the order, filled in. */
export const refundNowPath = (orderId: string): string =>
  `/admin/orders/${orderId}?refund=preview&reverseTransfer=on&refundCommission=on&reason=fraudulent#refund`
