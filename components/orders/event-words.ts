import { isCurrency } from '#lib/currencies.ts'
import { DECISION_WORDS, type Decision } from '#lib/disagreements/model.ts'
import { disputeReasonWords } from '#lib/disputes/model.ts'
import type { Words } from '#lib/i18n/words.ts'
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

function sum(t: Words, data: Record<string, unknown>, key: string): string {
  const { currency } = data
  const amount = data[key]
  if (typeof amount !== 'string' || !/^\d+$/.test(amount)) return ''
  if (typeof currency !== 'string' || !isCurrency(currency)) return ''
  return formatMoney({ amount: BigInt(amount), currency }, t.locale)
}

function factsOf(t: Words, data: Record<string, unknown>): Facts {
  return {
    amount: sum(t, data, 'amount'),
    commission: sum(t, data, 'commission'),
    left: sum(t, data, 'left'),
    reason: textOf(data.reason),
    rule: textOf(data.rule),
    holdEnd: textOf(data.holdEnd),
    decision: textOf(data.decision),
  }
}

function declineWords(t: Words, reason: string): string {
  return Object.hasOwn(DECLINE_WORDS, reason)
    ? t.say(DECLINE_WORDS[reason as keyof typeof DECLINE_WORDS])
    : t.say(DECLINE_WORDS.declined)
}

/** What each kind of event is called, and what it moved. A kind that is not here is shown by its own name. */
const WORDS: Record<string, (facts: Facts, t: Words) => [title: string, money?: string]> = {
  place: (_, t) => [t('events.orderPlaced'), t('events.noMoneyIsHeldYet')],
  hold: ({ amount }, t) => [
    t('events.moneyHeld'),
    t('events.valueIsHeldOnThe', { amount: amount || t('events.theAmount') }),
  ],
  hold_declined: ({ reason }, t) => [
    t('events.holdDeclined'),
    t('events.noMoneyWasHeldDeclinewords', { reason: declineWords(t, reason) }),
  ],
  hold_renewed: ({ amount }, t) => [
    t('events.holdRenewed'),
    t('events.valueIsHeldAnewThe', { amount: amount || t('events.theAmount') }),
  ],
  other_hold_released: ({ amount }, t) => [
    t('events.otherHoldReleased'),
    t('events.theHoldOfValueThat', { amount: amount || t('events.theAmount2') }),
  ],
  renewal_declined: ({ reason }, t) => [
    t('events.newHoldDeclined'),
    t('events.theHoldBeforeItStands', { reason: declineWords(t, reason) }),
  ],
  renewal_ended: (_, t) => [t('events.renewalEnded'), t('events.noNewHoldWasPut')],
  expire: ({ amount }, t) => [
    t('events.holdEnded'),
    t('events.valueWentBackToThe', { amount: amount || t('events.theMoney') }),
  ],
  deliver: (_, t) => [t('events.workDelivered')],
  take_back: (_, t) => [t('events.deliveryTakenBack'), t('events.theHoldStands')],
  request_changes: (_, t) => [t('events.changesRequested'), t('events.theHoldStands')],
  approve: ({ amount, rule }, t) => [
    rule === 'silence'
      ? t('events.workApprovedBecauseNobodyAnswered')
      : rule === 'hold_end'
        ? t('events.workApprovedAsChosenFor')
        : t('events.workApproved'),
    amount ? t('events.amountIsToBeTaken', { amount }) : undefined,
  ],
  hold_end_chosen: ({ holdEnd }, t) => [
    t('events.endOfTheHoldDecided'),
    Object.hasOwn(HOLD_END_WORDS, holdEnd) ? t.say(HOLD_END_WORDS[holdEnd as HoldEnd].label) : undefined,
  ],
  capture: ({ amount, commission }, t) => [
    t('events.moneyTaken'),
    t('events.valueWasTakenFromThe', {
      amount: amount || t('events.theAmount'),
      rest: commission ? t('events.ofWhichCommissionIsCommission', { commission }) : '',
    }),
  ],
  cancel: ({ amount }, t) => [
    t('events.orderCanceled'),
    amount ? t('events.theHoldOfAmountWas', { amount }) : t('events.nothingWasTaken'),
  ],
  release_requested: (_, t) => [t('events.cancellationAskedFor'), t('events.theHoldIsBeingReleased')],
  refund_pending: ({ amount }, t) => [
    t('events.refundOnItsWay'),
    t('events.valueIsGoingBackTo', { amount: amount || t('events.money') }),
  ],
  refund_requires_action: ({ amount }, t) => [
    t('events.refundWaitsForTheEmployer'),
    t('events.stripeNeedsTheEmployersHelp', { amount: amount || t('events.theMoney2') }),
  ],
  refund_succeeded: ({ amount }, t) => [
    t('events.refunded'),
    t('events.valueWentBackToTheEmployers', { amount: amount || t('events.money') }),
  ],
  refund_failed: ({ amount }, t) => [
    t('events.refundFailed'),
    t('events.valueDidNotReachThe', { amount: amount || t('events.theMoney') }),
  ],
  refund_canceled: ({ amount }, t) => [
    t('events.refundCanceled'),
    t('events.valueWasNotReturned', { amount: amount || t('events.theMoney') }),
  ],
  retransfer_succeeded: ({ amount }, t) => [
    t('events.givenBackToTheContractor'),
    t('events.valueWasSentToThe', { amount: amount || t('events.theMoney') }),
  ],
  recovery_returned: ({ amount }, t) => [
    t('events.givenBackToTheContractor'),
    t('events.valueThatHadBeenTaken', { amount: amount || t('events.theMoney') }),
  ],
  receivable_forgiven: ({ amount }, t) => [
    t('events.noLongerOwed'),
    t('events.valueIsNotOwedBy', { amount: amount || t('events.whatWasStillOwed') }),
  ],
  inquiry_opened: ({ amount, reason }, t) => [
    t('events.theEmployersBankAsksAbout'),
    t('events.valueStaysWhereItIs', {
      amount: amount || t('events.theAmount'),
      reason: t.say(disputeReasonWords(reason)),
    }),
  ],
  inquiry_closed: (_, t) => [t('events.theBanksQuestionIsClosed'), t('events.noMoneyWasTaken')],
  dispute_opened: ({ amount, reason }, t) => [
    t('events.paymentDisputed'),
    t('events.theEmployersBankWantsValue', {
      amount: amount || t('events.theMoney2'),
      reason: t.say(disputeReasonWords(reason)),
    }),
  ],
  dispute_answered: (_, t) => [t('events.disputeAnswered'), t('events.disputeAnsweredMeans')],
  dispute_withdrawn: ({ amount }, t) => [
    t('events.takenByTheEmployersBank'),
    t('events.valueWasTakenFromHoldfast', { amount: amount || t('events.theMoney') }),
  ],
  dispute_reinstated: ({ amount }, t) => [
    t('events.givenBackByTheEmployers'),
    t('events.valueIsHoldfastsAgainAnd', { amount: amount || t('events.theMoney') }),
  ],
  dispute_won: (_, t) => [t('events.disputeWon'), t('events.theBankHasDecidedAgainst')],
  dispute_lost: (_, t) => [t('events.disputeLost'), t('events.theBankKeepsTheMoney')],
  disagreement_opened: (_, t) => [t('events.disagreementOpened'), t('events.nothingIsDecidedByItself')],
  disagreement_withdrawn: (_, t) => [t('events.disagreementTakenBack')],
  disagreement_settled: ({ decision }, t) => [
    t('events.disagreementDecided'),
    Object.hasOwn(DECISION_WORDS, decision) ? t.say(DECISION_WORDS[decision as Decision].meaning) : undefined,
  ],
  recovery_owed: ({ amount }, t) => [
    t('events.owedByTheContractor'),
    t('events.valueIsCollectedFromThe', { amount: amount || t('events.theMoney') }),
  ],
  receivable_collected: ({ amount, left }, t) => [
    t('events.collectedFromTheContractor'),
    t('events.valueWasTakenFromTheContractors', {
      amount: amount || t('events.money'),
      rest: left ? t('events.leftIsStillOwed', { left }) : '',
    }),
  ],
  recovery_succeeded: ({ amount }, t) => [
    t('events.recoveredFromTheContractor'),
    t('events.valueWasTakenBackFrom', { amount: amount || t('events.money') }),
  ],
  recovery_failed: (_, t) => [t('events.recoveryFailed'), t('events.nothingWasTakenBackFrom')],
}

/** An order event in words, from its kind and the sums in its data (minor units as text). */
export function eventWords(t: Words, event: Pick<OrderEventView, 'kind' | 'data'>): EventWords {
  const note = typeof event.data.note === 'string' && event.data.note ? t.say(event.data.note) : null
  const say = Object.hasOwn(WORDS, event.kind) ? WORDS[event.kind] : undefined
  if (!say) return { title: event.kind.replaceAll('_', ' '), money: null, note }
  const [title, money] = say(factsOf(t, event.data), t)
  return { title, money: money ?? null, note }
}
