import { isCurrency } from '../currencies.ts'
import type { Locale } from '../i18n/model.ts'
import type { Words } from '../i18n/words.ts'
import { formatMoney } from '../money.ts'
import type { NotificationData, NotificationKind } from './model.ts'

/** What the words are made of: sums and moments as people read them, with words that fit where one is missing. */
type Facts = {
  amount: string
  share: string
  until: string
  day: string
  isEmployer: boolean
  isAdmin: boolean
}

type Reader = { role: string; timeZone?: string | undefined }

/** A moment by the reader's time zone, and the zone's name; UTC where they have chosen none. */
function momentWords(locale: Locale, at: string, timeZone = ''): string {
  const clock = {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone || 'UTC',
    timeZoneName: 'short',
  } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...day, ...clock }).format(
    new Date(at),
  )
}

function sum(t: Words, amount: bigint | null, currency = ''): string {
  return amount !== null && isCurrency(currency)
    ? formatMoney({ amount, currency }, t.locale)
    : t('notices.theMoney')
}

function factsOf(t: Words, { amount, commission, currency, until }: NotificationData, reader: Reader): Facts {
  const whole = amount === undefined ? null : BigInt(amount)
  return {
    amount: sum(t, whole, currency),
    share: sum(t, whole === null ? null : whole - BigInt(commission ?? 0), currency),
    until: until ? momentWords(t.locale, until, reader.timeZone) : t('notices.theBankLetsGoOf'),
    day: until ? momentWords(t.locale, until, reader.timeZone) : '',
    isEmployer: reader.role === 'EMPLOYER',
    isAdmin: reader.role === 'ADMIN',
  }
}

function holdEnds(hours: number): (facts: Facts, t: Words) => [string, string] {
  return ({ amount, until, isEmployer }, t) => [
    t('notices.theHoldEndsInLess', { hours }),
    isEmployer
      ? t('notices.amountIsHeldOnYour', { amount, until })
      : t('notices.amountIsHeldForYou', { amount, until }),
  ]
}

/** The words of each kind, for the app and for mail alike: a title, and what it means for whoever reads it. */
const WORDS: Record<NotificationKind, (facts: Facts, t: Words) => [title: string, text: string]> = {
  hold_placed: ({ amount, until }, t) => [
    t('notices.theMoneyIsHeld'),
    t('notices.amountIsHeldOnThe', { amount, until }),
  ],
  authentication_needed: ({ amount }, t) => [
    t('notices.yourBankWantsToCheck'),
    t('notices.theCheckForAmountWas', { amount }),
  ],
  hold_ends_48h: holdEnds(48),
  hold_ends_12h: holdEnds(12),
  hold_expired: ({ amount, isEmployer }, t) => [
    t('notices.theHoldHasEnded'),
    isEmployer ? t('notices.amountWentBackToYour', { amount }) : t('notices.amountWentBackToThe', { amount }),
  ],
  hold_released: ({ amount, isEmployer }, t) => [
    t('notices.theOrderIsCanceled'),
    t('notices.holdReleased', { amount, reader: isEmployer ? 'employer' : 'other' }),
  ],
  hold_renewed: ({ amount, until }, t) => [
    t('notices.theMoneyIsHeldFor'),
    t('notices.theEmployerHasRenewedThe', { amount, until }),
  ],
  delivered: ({ day }, t) => [
    t('notices.theWorkIsDelivered'),
    day ? t('notices.lookAtItBefore', { day }) : t('notices.lookAtIt'),
  ],
  delivery_taken_back: (_, t) => [t('notices.deliveryWasTakenBack'), t('notices.theContractorGoesOn')],
  approval_near: ({ until }, t) => [
    t('notices.theWorkIsAboutTo'),
    t('notices.youHaveNotAnsweredA', { until }),
  ],
  changes_requested: (_, t) => [t('notices.changesAreAskedFor'), t('notices.theEmployerHasLookedAt')],
  disagreement_opened: ({ isAdmin }, t) => [
    t('notices.thereIsADisagreement'),
    isAdmin ? t('notices.aPartyOfAnOrder') : t('notices.theOtherPartyAsksUs'),
  ],
  disagreement_settled: (_, t) => [
    t('notices.theDisagreementIsDecided'),
    t('notices.theOrdersPageShowsWhat'),
  ],
  disagreement_withdrawn: (_, t) => [t('notices.theDisagreementWasTakenBack'), t('notices.theOrderGoesOnAs')],
  card_expires: ({ until }, t) => [
    t('notices.aSavedCardExpiresSoon'),
    t('notices.itWorksUntilUntilIf', { until }),
  ],
  message: ({ isEmployer }, t) => [
    t('notices.youHaveAMessage'),
    t('notices.hasWritten', { reader: isEmployer ? 'employer' : 'other' }),
  ],
  offer_requested: (_, t) => [t('notices.youAreAskedForAn'), t('notices.anEmployerHasDescribedWork')],
  offer_made: ({ amount, until }, t) => [
    t('notices.youHaveAnOffer'),
    t('notices.theContractorOffersToDo', { amount, until }),
  ],
  offer_accepted: (_, t) => [t('notices.yourOfferIsAccepted'), t('notices.itIsAnOrderNow')],
  offer_declined: (_, t) => [t('notices.anOfferWasDeclined'), t('notices.nothingComesOfItAnd')],
  offer_reopened: (_, t) => [t('notices.anOfferIsOpenAgain'), t('notices.theOtherSideTookBack')],
  captured: ({ amount, share, isEmployer }, t) =>
    isEmployer
      ? [t('notices.youHavePaid'), t('notices.amountWasTakenFromYour', { amount })]
      : [t('notices.youHaveBeenPaid'), t('notices.shareOfAmountIsYours', { share, amount })],
  refunded: ({ amount }, t) => [t('notices.youHaveARefund'), t('notices.amountIsOnItsWay', { amount })],
  refund_failed: ({ amount }, t) => [
    t('notices.aRefundDidNotReach'),
    t('notices.yourBankSentAmountBack', { amount }),
  ],
  given_back: ({ amount }, t) => [
    t('notices.moneyWasGivenBackTo'),
    t('notices.amountThatHadBeenTaken', { amount }),
  ],
  recovered: ({ amount }, t) => [
    t('notices.moneyWasTakenBack'),
    t('notices.amountWasTakenBackFrom', { amount }),
  ],
  recovery_owed: ({ amount }, t) => [t('notices.moneyIsOwed'), t('notices.amountIsToBeTaken', { amount })],
  objection_made: ({ amount }, t) => [
    t('notices.aContractorObjects'),
    t('notices.amountWasTakenBackFromThem', { amount }),
  ],
  objection_answered: ({ amount }, t) => [
    t('notices.yourObjectionIsAnswered'),
    t('notices.youHadObjectedToAmount', { amount }),
  ],
  dispute_won: ({ amount }, t) => [
    t('notices.aDisputeWasWon'),
    t('notices.theEmployersBankHadAsked', { amount }),
  ],
  dispute_lost: ({ amount }, t) => [
    t('notices.aDisputeWasLost'),
    t('notices.theEmployersBankHadAskedFor', { amount }),
  ],
  payout_paid: ({ amount }, t) => [
    t('notices.yourPayoutHasArrived'),
    t('notices.amountWasPaidOutTo', { amount }),
  ],
  payout_failed: ({ amount }, t) => [
    t('notices.aPayoutHasFailed'),
    t('notices.yourBankDidNotTake', { amount }),
  ],
}

export type NoticeWords = { title: string; text: string }

/** What a notification says to its recipient. A kind of a later version is shown by its own name. */
export function notificationWords(
  t: Words,
  row: { kind: string; data: unknown },
  reader: Reader,
): NoticeWords {
  const say = Object.hasOwn(WORDS, row.kind) ? WORDS[row.kind as NotificationKind] : undefined
  if (!say) return { title: row.kind.replaceAll('_', ' '), text: '' }
  const [title, text] = say(factsOf(t, row.data as NotificationData, reader), t)
  return { title, text }
}

/** The order that it is about, by number and title. */
export function aboutWords(t: Words, order: { number: number; title: string } | null): string | null {
  return order && t('notices.orderNumberTitle', { number: order.number, title: order.title })
}
