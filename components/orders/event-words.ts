import { isCurrency } from '#lib/currencies.ts'
import { DECISION_WORDS, type Decision } from '#lib/disagreements/model.ts'
import { disputeReasonWords } from '#lib/disputes/model.ts'
import { formatMoney } from '#lib/money.ts'
import { HOLD_END_WORDS, type HoldEnd, type OrderEventView } from '#lib/orders/model.ts'
import { DECLINE_WORDS } from '#lib/payments/model.ts'

/** One line of an order's history: what happened, and what that did to the money. */
export type EventWords = { title: string; money: string | null; note: string | null }

type Facts = {
  amount: string
  commission: string
  left: string
  reason: string
  rule: string
  holdEnd: string
  decision: string
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function sum(data: Record<string, unknown>, key: string): string {
  const { currency } = data
  const amount = data[key]
  if (typeof amount !== 'string' || !/^\d+$/.test(amount)) return ''
  if (typeof currency !== 'string' || !isCurrency(currency)) return ''
  return formatMoney({ amount: BigInt(amount), currency })
}

function factsOf(data: Record<string, unknown>): Facts {
  return {
    amount: sum(data, 'amount'),
    commission: sum(data, 'commission'),
    left: sum(data, 'left'),
    reason: textOf(data.reason),
    rule: textOf(data.rule),
    holdEnd: textOf(data.holdEnd),
    decision: textOf(data.decision),
  }
}

function declineWords(reason: string): string {
  return Object.hasOwn(DECLINE_WORDS, reason)
    ? DECLINE_WORDS[reason as keyof typeof DECLINE_WORDS]
    : DECLINE_WORDS.declined
}

/** What each kind of event is called, and what it moved. A kind that is not here is shown by its own name. */
const WORDS: Record<string, (facts: Facts) => [title: string, money?: string]> = {
  place: () => ['Order placed', 'No money is held yet.'],
  hold: ({ amount }) => ['Money held', `${amount || 'The amount'} is held on the card. Nothing was taken.`],
  hold_declined: ({ reason }) => ['Hold declined', `No money was held. ${declineWords(reason)}`],
  hold_renewed: ({ amount }) => [
    'Hold renewed',
    `${amount || 'The amount'} is held anew. The hold before it is let go. Nothing was taken.`,
  ],
  other_hold_released: ({ amount }) => [
    'Other hold released',
    `The hold of ${amount || 'the amount'} that is not needed any more is free on the card again.`,
  ],
  renewal_declined: ({ reason }) => [
    'New hold declined',
    `The hold before it stands. ${declineWords(reason)}`,
  ],
  renewal_ended: () => ['Renewal ended', 'No new hold was put on the card. The hold before it is as it was.'],
  expire: ({ amount }) => ['Hold ended', `${amount || 'The money'} went back to the card untaken.`],
  deliver: () => ['Work delivered'],
  request_changes: () => ['Changes requested', 'The hold stands.'],
  approve: ({ amount, rule }) => [
    rule === 'silence'
      ? 'Work approved, because nobody answered'
      : rule === 'hold_end'
        ? 'Work approved, as chosen for the end of the hold'
        : 'Work approved',
    amount ? `${amount} is to be taken from the hold.` : undefined,
  ],
  hold_end_chosen: ({ holdEnd }) => [
    'End of the hold decided beforehand',
    Object.hasOwn(HOLD_END_WORDS, holdEnd) ? HOLD_END_WORDS[holdEnd as HoldEnd].label : undefined,
  ],
  capture: ({ amount, commission }) => [
    'Money taken',
    `${amount || 'The amount'} was taken from the card${commission ? `, of which ${commission} is commission` : ''}. The rest is the contractor’s.`,
  ],
  cancel: ({ amount }) => [
    'Order canceled',
    amount ? `The hold of ${amount} was released. Nothing was taken.` : 'Nothing was taken.',
  ],
  release_requested: () => ['Cancellation asked for', 'The hold is being released.'],
  refund_pending: ({ amount }) => ['Refund on its way', `${amount || 'Money'} is going back to the card.`],
  refund_requires_action: ({ amount }) => [
    'Refund waits for the employer',
    `Stripe needs the employer’s help to return ${amount || 'the money'}.`,
  ],
  refund_succeeded: ({ amount }) => ['Refunded', `${amount || 'Money'} went back to the employer’s card.`],
  refund_failed: ({ amount }) => ['Refund failed', `${amount || 'The money'} did not reach the card.`],
  refund_canceled: ({ amount }) => ['Refund canceled', `${amount || 'The money'} was not returned.`],
  retransfer_succeeded: ({ amount }) => [
    'Given back to the contractor',
    `${amount || 'The money'} was sent to the contractor again: what had been taken back for the refund that failed.`,
  ],
  recovery_returned: ({ amount }) => [
    'Given back to the contractor',
    `${amount || 'The money'} that had been taken back was sent to the contractor again.`,
  ],
  receivable_forgiven: ({ amount }) => [
    'No longer owed',
    `${amount || 'What was still owed'} is not owed by the contractor any more.`,
  ],
  inquiry_opened: ({ amount, reason }) => [
    'The employer’s bank asks about the payment',
    `${amount || 'The amount'} stays where it is. ${disputeReasonWords(reason)}.`,
  ],
  inquiry_closed: () => ['The bank’s question is closed', 'No money was taken.'],
  dispute_opened: ({ amount, reason }) => [
    'Payment disputed',
    `The employer’s bank wants ${amount || 'the money'} back. ${disputeReasonWords(reason)}.`,
  ],
  dispute_withdrawn: ({ amount }) => [
    'Taken by the employer’s bank',
    `${amount || 'The money'} was taken from Holdfast until the dispute is decided. The contractor’s part is taken back meanwhile.`,
  ],
  dispute_reinstated: ({ amount }) => [
    'Given back by the employer’s bank',
    `${amount || 'The money'} is Holdfast’s again, and the contractor’s part is sent to them.`,
  ],
  dispute_answered: () => [
    'Answered to the bank',
    'What was agreed and done is with the employer’s bank, which decides.',
  ],
  dispute_won: () => ['Dispute won', 'The bank has decided against the cardholder.'],
  dispute_lost: () => ['Dispute lost', 'The bank keeps the money for the cardholder.'],
  disagreement_opened: () => ['Disagreement opened', 'Nothing is decided by itself until it is over.'],
  disagreement_withdrawn: () => ['Disagreement taken back'],
  disagreement_settled: ({ decision }) => [
    'Disagreement decided',
    Object.hasOwn(DECISION_WORDS, decision) ? DECISION_WORDS[decision as Decision].meaning : undefined,
  ],
  recovery_owed: ({ amount }) => [
    'Owed by the contractor',
    `${amount || 'The money'} is collected from the contractor’s balance by itself, as soon as that allows.`,
  ],
  receivable_collected: ({ amount, left }) => [
    'Collected from the contractor',
    `${amount || 'Money'} was taken from the contractor’s balance${left ? `; ${left} is still owed` : ''}.`,
  ],
  recovery_succeeded: ({ amount }) => [
    'Recovered from the contractor',
    `${amount || 'Money'} was taken back from the contractor’s balance.`,
  ],
  recovery_failed: () => ['Recovery failed', 'Nothing was taken back from the contractor.'],
}

/** An order event in words, from its kind and the sums in its data (minor units as text). */
export function eventWords(event: Pick<OrderEventView, 'kind' | 'data'>): EventWords {
  const note = typeof event.data.note === 'string' && event.data.note ? event.data.note : null
  const say = Object.hasOwn(WORDS, event.kind) ? WORDS[event.kind] : undefined
  if (!say) return { title: event.kind.replaceAll('_', ' '), money: null, note }
  const [title, money] = say(factsOf(event.data))
  return { title, money: money ?? null, note }
}
