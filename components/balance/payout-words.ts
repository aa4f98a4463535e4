import type { Tone } from '#components/ui/badge.tsx'
import type { PayoutStatus, PayoutView } from '#lib/payouts/model.ts'

type StatusWords = { label: string; meaning: string; tone: Tone }

/** Payout statuses in words; all but `requested` are Stripe's (https://docs.stripe.com/api/payouts/object#payout_object-status). */
export const PAYOUT_STATUS_WORDS: Record<PayoutStatus, StatusWords> = {
  requested: {
    label: 'Asked for',
    meaning: 'Stripe has not answered yet. The outcome shows here by itself.',
    tone: 'info',
  },
  pending: {
    label: 'Being prepared',
    meaning: 'It has left the balance, and Stripe hands it to the bank next.',
    tone: 'info',
  },
  in_transit: {
    label: 'On its way',
    meaning: 'The bank has it and is moving it to the account.',
    tone: 'info',
  },
  paid: {
    label: 'Paid',
    meaning: 'Stripe has paid it to the bank. A bank that cannot take it may still send it back.',
    tone: 'success',
  },
  failed: { label: 'Failed', meaning: 'It did not reach the bank account.', tone: 'destructive' },
  canceled: { label: 'Canceled', meaning: 'It was called off before it left for the bank.', tone: 'neutral' },
}

/** Why a payout failed and what its contractor can do; `isAboutBank` where another bank account is the way out. */
export type PayoutFailure = { reason: string; todo: string; isAboutBank: boolean }

const bank = (reason: string, todo: string): PayoutFailure => ({ reason, todo, isAboutBank: true })
const other = (reason: string, todo: string): PayoutFailure => ({ reason, todo, isAboutBank: false })

const CHECK_NUMBERS = 'Check the numbers and add the account again, or add another one.'

/** Stripe's codes for payouts that banks return (https://docs.stripe.com/api/payouts/failures), then those of refusals to make one. */
const FAILURES: Record<string, PayoutFailure> = {
  account_closed: bank('The bank account is closed.', 'Add another bank account.'),
  account_frozen: bank('The bank account is frozen.', 'Ask the bank why, or add another bank account.'),
  bank_account_restricted: bank(
    'The bank account takes no payouts of this kind; savings accounts often do not.',
    'Add a current account, or ask the bank to lift the limit.',
  ),
  bank_ownership_changed: bank(
    'The bank’s branch has a new owner, and its old numbers no longer work.',
    'Ask the bank for the new numbers and add them.',
  ),
  could_not_process: bank('The bank could not process it.', CHECK_NUMBERS),
  debit_not_authorized: bank(
    'The bank account does not allow debits, which Stripe needs beside payouts.',
    'Ask the bank to allow them, or add another bank account.',
  ),
  declined: bank('The bank declined it.', 'Ask the bank why before you try again.'),
  insufficient_funds: other(
    'The balance at Stripe was too short when it was sent.',
    'Pay out less, or wait for more to become available.',
  ),
  invalid_account_number: bank('The account number does not exist at that bank.', CHECK_NUMBERS),
  incorrect_account_holder_name: bank(
    'The bank has another name for the holder of the account.',
    'Add the account again with the holder’s name as the bank writes it.',
  ),
  incorrect_account_holder_address: bank(
    'The bank has another address for the holder of the account.',
    'Bring your address up to date at the bank or under Verification, so that they agree.',
  ),
  incorrect_account_holder_tax_id: bank(
    'The bank has another tax number for the holder of the account.',
    'Ask the bank which one it has, and write to us if yours is wrong here.',
  ),
  invalid_currency: bank('The bank account cannot take this currency.', 'Add a bank account that holds it.'),
  no_account: bank('The bank found no account with these numbers.', CHECK_NUMBERS),
  unsupported_card: bank('The debit card cannot take payouts any more.', 'Add a bank account instead.'),
  balance_insufficient: other(
    'That much was not available.',
    'Pay out less, or wait for more to become available.',
  ),
  payouts_not_allowed: other(
    'Stripe has paused payouts of the account.',
    'See under Verification what Stripe asks for.',
  ),
  never_arrived: other('It never reached Stripe.', 'Ask for it again.'),
}

/** A failure in words from Stripe's code; a code that is not known is named. */
export function payoutFailure(code: string | null): PayoutFailure {
  const known = code && Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined
  if (known) return known
  return other(
    code ? `Stripe gave the reason “${code}”.` : 'Neither Stripe nor the bank gave a reason.',
    'Try again, and write to us if it fails again.',
  )
}

/** Where the money of a payout that did not arrive is now. */
export function whereabouts({ hasLeft, hasReturned }: Pick<PayoutView, 'hasLeft' | 'hasReturned'>): string {
  if (!hasLeft) return 'Nothing left the balance.'
  return hasReturned ? 'The money is back in the balance.' : 'The money is on its way back to the balance.'
}
