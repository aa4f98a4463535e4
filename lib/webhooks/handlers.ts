import { syncCard } from '../cards/sync-card.ts'
import { syncCardSetup } from '../cards/sync-card-setup.ts'
import { syncDispute } from '../disputes/sync-dispute.ts'
import { syncFraudWarning } from '../fraud-warnings/sync-fraud-warning.ts'
import { syncAccount } from '../onboarding/sync-account.ts'
import { syncPayment } from '../payments/sync-payment.ts'
import { syncPayout } from '../payouts/sync-payout.ts'
import { recordAvailableBalance } from '../recoveries/record-available-balance.ts'
import { syncRefund } from '../refunds/sync-refund.ts'
import { ok, type Result } from '../result.ts'
import { recordAvailableBalance as recordOwnAvailableBalance } from '../retransfers/record-available-balance.ts'
import type { StripeFailure } from '../stripe/errors.ts'

/** What a handler is told of an event: which object it is about, never what it says of it. */
export type EventHint = {
  account: string
  objectId: string
  /** The PaymentIntent of an event about a charge; empty otherwise. */
  paymentIntentId: string
}

/** `null` from a handler means that the object is not, or not yet, one of ours. */
export type EventHandler = (hint: EventHint) => Promise<Result<unknown, StripeFailure>>

/** For objects that live on the platform: the same event type from a connected account is about something else. */
const onPlatform =
  (sync: (hint: EventHint) => ReturnType<EventHandler>): EventHandler =>
  async hint =>
    hint.account === '' ? sync(hint) : ok('not on the platform')

const payment = onPlatform(hint => syncPayment(hint.objectId))
const chargeOfPayment = onPlatform(async hint =>
  hint.paymentIntentId ? syncPayment(hint.paymentIntentId) : ok('not of a payment'),
)
const refund = onPlatform(hint => syncRefund(hint.objectId))
const dispute = onPlatform(hint => syncDispute(hint.objectId))
const fraudWarning = onPlatform(hint => syncFraudWarning(hint.objectId))
const cardSetup = onPlatform(hint => syncCardSetup(hint.objectId))
const card = onPlatform(hint => syncCard(hint.objectId))
const payout: EventHandler = hint => syncPayout(hint.account || null, hint.objectId)
const availableBalance: EventHandler = hint =>
  hint.account ? recordAvailableBalance(hint.account) : recordOwnAvailableBalance()
const account: EventHandler = hint => syncAccount(hint.account || hint.objectId)
/** That there is no account any more is all there is to know of it. */
const accountLeft: EventHandler = async hint => {
  const read = await account(hint)
  return read.ok ? ok('left') : read
}

/** Every event that Holdfast acts on. Anything else is stored and ignored. */
export const HANDLERS: Record<string, EventHandler> = {
  'payment_intent.requires_action': payment,
  'payment_intent.amount_capturable_updated': payment,
  'payment_intent.processing': payment,
  'payment_intent.succeeded': payment,
  'payment_intent.payment_failed': payment,
  'payment_intent.canceled': payment,
  'charge.captured': chargeOfPayment,
  'charge.expired': chargeOfPayment,
  'charge.updated': chargeOfPayment,
  'refund.created': refund,
  'refund.updated': refund,
  'refund.failed': refund,
  'payout.created': payout,
  'payout.updated': payout,
  'payout.paid': payout,
  'payout.failed': payout,
  'payout.canceled': payout,
  'charge.dispute.created': dispute,
  'charge.dispute.updated': dispute,
  'charge.dispute.closed': dispute,
  'charge.dispute.funds_withdrawn': dispute,
  'charge.dispute.funds_reinstated': dispute,
  'radar.early_fraud_warning.created': fraudWarning,
  'radar.early_fraud_warning.updated': fraudWarning,
  'balance.available': availableBalance,
  'setup_intent.succeeded': cardSetup,
  'setup_intent.setup_failed': cardSetup,
  'payment_method.detached': card,
  'payment_method.updated': card,
  'payment_method.automatically_updated': card,
  'account.updated': account,
  'account.application.deauthorized': accountLeft,
  'capability.updated': account,
  'account.external_account.created': account,
  'account.external_account.updated': account,
  'account.external_account.deleted': account,
}
