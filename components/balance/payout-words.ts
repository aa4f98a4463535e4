import type { Tone } from '#components/ui/badge.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { PayoutStatus, PayoutView } from '#lib/payouts/model.ts'

type StatusWords = { label: MessageKey; meaning: MessageKey; tone: Tone }

/** Payout statuses in words; all but `requested` are Stripe's (https://docs.stripe.com/api/payouts/object#payout_object-status). */
export const PAYOUT_STATUS_WORDS: Record<PayoutStatus, StatusWords> = {
  requested: {
    label: 'payoutModel.status_requested',
    meaning: 'payoutModel.status_requestedMeaning',
    tone: 'info',
  },
  pending: {
    label: 'payoutModel.status_pending',
    meaning: 'payoutModel.status_pendingMeaning',
    tone: 'info',
  },
  in_transit: {
    label: 'payoutModel.status_in_transit',
    meaning: 'payoutModel.status_in_transitMeaning',
    tone: 'info',
  },
  paid: {
    label: 'payoutModel.status_paid',
    meaning: 'payoutModel.status_paidMeaning',
    tone: 'success',
  },
  failed: {
    label: 'payoutModel.status_failed',
    meaning: 'payoutModel.status_failedMeaning',
    tone: 'destructive',
  },
  canceled: {
    label: 'payoutModel.status_canceled',
    meaning: 'payoutModel.status_canceledMeaning',
    tone: 'neutral',
  },
}

/** Why a payout failed and what its contractor can do; `isAboutBank` where another bank account is the way out. */
export type PayoutFailure = { reason: string; todo: string; isAboutBank: boolean }

type Known = { reason: MessageKey; todo: MessageKey; isAboutBank: boolean }

const bank = (reason: MessageKey, todo: MessageKey): Known => ({ reason, todo, isAboutBank: true })
const other = (reason: MessageKey, todo: MessageKey): Known => ({ reason, todo, isAboutBank: false })

const CHECK_NUMBERS = 'payoutModel.checkNumbers'

/** Stripe's codes for payouts that banks return (https://docs.stripe.com/api/payouts/failures), then those of refusals to make one. */
const FAILURES: Record<string, Known> = {
  account_closed: bank('payoutModel.closed', 'payoutModel.addAnother'),
  account_frozen: bank('payoutModel.frozen', 'payoutModel.askWhyOrAnother'),
  bank_account_restricted: bank('payoutModel.restricted', 'payoutModel.addCurrentAccount'),
  bank_ownership_changed: bank('payoutModel.ownershipChanged', 'payoutModel.askNewNumbers'),
  could_not_process: bank('payoutModel.couldNotProcess', CHECK_NUMBERS),
  debit_not_authorized: bank('payoutModel.noDebits', 'payoutModel.allowDebits'),
  declined: bank('payoutModel.declined', 'payoutModel.askWhyFirst'),
  insufficient_funds: other('payoutModel.stripeShort', 'payoutModel.payOutLess'),
  invalid_account_number: bank('payoutModel.invalidNumber', CHECK_NUMBERS),
  incorrect_account_holder_name: bank('payoutModel.otherName', 'payoutModel.otherNameTodo'),
  incorrect_account_holder_address: bank('payoutModel.otherAddress', 'payoutModel.otherAddressTodo'),
  incorrect_account_holder_tax_id: bank('payoutModel.otherTaxNumber', 'payoutModel.otherTaxNumberTodo'),
  invalid_currency: bank('payoutModel.otherCurrency', 'payoutModel.otherCurrencyTodo'),
  no_account: bank('payoutModel.noAccount', CHECK_NUMBERS),
  unsupported_card: bank('payoutModel.unsupportedCard', 'payoutModel.addAccountInstead'),
  balance_insufficient: other('payoutModel.notAvailable', 'payoutModel.payOutLess'),
  payouts_not_allowed: other('payoutModel.stripePaused', 'payoutModel.seeVerification'),
  never_arrived: other('payoutModel.neverArrived', 'payoutModel.askAgain'),
}

/** A failure in words from Stripe's code; a code that is not known is named. */
export function payoutFailure(t: Words, code: string | null): PayoutFailure {
  const known = code && Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined
  if (known) return { ...known, reason: t(known.reason), todo: t(known.todo) }
  const reason = code ? t('payoutModel.reasonCode', { code }) : t('payoutModel.reasonNone')
  return { reason, todo: t('payoutModel.tryAgainOrWrite'), isAboutBank: false }
}

/** Where the money of a payout that did not arrive is now. */
export function whereabouts(
  t: Words,
  { hasLeft, hasReturned }: Pick<PayoutView, 'hasLeft' | 'hasReturned'>,
): string {
  if (!hasLeft) return t('payoutModel.nothingLeft')
  return t(hasReturned ? 'payoutModel.backInBalance' : 'payoutModel.onWayBack')
}
