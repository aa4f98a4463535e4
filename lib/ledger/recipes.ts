import type { AccountKind, AccountRef, Entry } from './model.ts'

// Every way in which money may move, and no other. Amounts are minor units of one currency; a part of zero leaves no posting.
// The movements are those of a destination charge: https://docs.stripe.com/connect/destination-charges

const own = (kind: AccountKind): AccountRef => ({ kind, party: '' })
const platform = own('platform_balance')
const balance = (party: string): AccountRef => ({ kind: 'contractor_balance', party })
const payable = (party: string): AccountRef => ({ kind: 'contractor_payable', party })
const receivable = (party: string): AccountRef => ({ kind: 'receivable', party })

const entry = (debit: AccountRef, credit: AccountRef, amount: bigint): Entry => ({ debit, credit, amount })

/** For facts that move money in either direction: below zero, the accounts change places. */
const eitherWay = (debit: AccountRef, credit: AccountRef, amount: bigint): Entry =>
  amount < 0n ? entry(credit, debit, -amount) : entry(debit, credit, amount)

/** Turns a fact around: what was debited is credited. */
const undo = (entries: Entry[]): Entry[] =>
  entries.map(({ debit, credit, amount }) => entry(credit, debit, amount))

/** Money from the platform's balance to a contractor's, which the contractor is owed nothing more for. */
const moveToContractor = (party: string, amount: bigint): Entry => entry(balance(party), platform, amount)

/** A hold on a card: no money moved, but it is counted. */
export const hold = (amount: bigint): Entry[] => [entry(own('holds'), own('holds_placed'), amount)]
export const holdEnded = (amount: bigint): Entry[] => undo(hold(amount))

/** The charge of a captured amount, whole or part, and its transfer to the contractor. */
export const capture = (party: string, amount: bigint): Entry[] => [
  entry(platform, payable(party), amount),
  moveToContractor(party, amount),
]

/** The application fee that comes back from the contractor's account. */
export const commission = (party: string, amount: bigint): Entry[] => [
  entry(platform, balance(party), amount),
  entry(payable(party), own('commission'), amount),
]
export const commissionReturned = (party: string, amount: bigint): Entry[] => undo(commission(party, amount))

/** What Stripe keeps of a charge. It is not returned with a refund. */
export const processingFee = (amount: bigint): Entry[] => [entry(own('processing_fees'), platform, amount)]

/** Money back to the employer's card, from the platform's balance. */
export const refund = (amount: bigint): Entry[] => [entry(own('refunds'), platform, amount)]
export const refundFailed = (amount: bigint): Entry[] => undo(refund(amount))

/** The contractor's part of a refund, taken from their balance by reversing the transfer. */
export const refundReversal = (party: string, amount: bigint): Entry[] => [
  entry(platform, balance(party), amount),
  entry(payable(party), own('refunds'), amount),
]
/**
 * A new transfer of what a refund that failed had taken from the contractor: Stripe does not restore it. The commission that the
 * refund had returned is kept back of it, and so earned again.
 */
export const retransfer = (party: string, amount: bigint, commissionKept: bigint): Entry[] => [
  moveToContractor(party, amount),
  entry(own('refunds'), payable(party), amount + commissionKept),
  entry(payable(party), own('commission'), commissionKept),
]

/** Money taken back from a contractor, by a transfer reversal or an account debit: the same movement. */
export const recovery = (party: string, amount: bigint): Entry[] => [
  entry(platform, balance(party), amount),
  entry(payable(party), own('recovered'), amount),
]
/** A recovery that is sent back to the contractor by a new transfer. */
export const recoveryReturned = (party: string, amount: bigint): Entry[] => undo(recovery(party, amount))
/** What could not be taken yet: the contractor owes it. */
export const recoveryOwed = (party: string, amount: bigint): Entry[] => [
  entry(receivable(party), own('recovered'), amount),
]
/** What is still open of a receivable that has lost its reason. */
export const receivableForgiven = (party: string, amount: bigint): Entry[] =>
  undo(recoveryOwed(party, amount))
/** A receivable that was collected, by whichever instrument. */
export const receivableSettled = (party: string, amount: bigint): Entry[] => [
  entry(platform, balance(party), amount),
  entry(payable(party), receivable(party), amount),
]

/** A bank takes a disputed amount from the platform, and gives it back when the dispute is won. */
export const disputeWithdrawn = (amount: bigint): Entry[] => [entry(own('disputes'), platform, amount)]
export const disputeReinstated = (amount: bigint): Entry[] => undo(disputeWithdrawn(amount))
export const disputeFee = (amount: bigint): Entry[] => [entry(own('dispute_fees'), platform, amount)]
export const disputeFeeReturned = (amount: bigint): Entry[] => undo(disputeFee(amount))

/** From a contractor's balance to their bank; an amount below zero is what Stripe took from the bank to even the balance. */
export const payout = (party: string, amount: bigint): Entry[] => [
  eitherWay(payable(party), balance(party), amount),
]
/** A payout that the bank returned, or that was canceled. */
export const payoutReturned = (party: string, amount: bigint): Entry[] => undo(payout(party, amount))

/** The platform's own money to its own bank, likewise. */
export const ownPayout = (amount: bigint): Entry[] => [eitherWay(own('paid_out'), platform, amount)]
export const ownPayoutReturned = (amount: bigint): Entry[] => undo(ownPayout(amount))

/** What Stripe has more of the platform's money than the ledger knew of, whatever it was; below zero, less. */
export const correction = (amount: bigint): Entry[] => [eitherWay(platform, own('corrections'), amount)]
/** The same of a contractor's balance: it is theirs, and owed to them. */
export const contractorCorrection = (party: string, amount: bigint): Entry[] => [
  eitherWay(balance(party), payable(party), amount),
]
