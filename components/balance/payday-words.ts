import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import { formatMoney } from '#lib/money.ts'
import type { Payday } from '#lib/paydays/model.ts'
import { scheduleWords } from '#lib/payout-schedules/model.ts'
import { PAYOUT_STATUS_WORDS, payoutFailure, whereabouts } from './payout-words.ts'

/** One of the stations of an order's money: `on` is its day, where there is one. `link` leads to what can be done. */
export type PaydayStep = {
  title: string
  state: 'done' | 'now' | 'later' | 'failed'
  text: string
  on: Date | null
  link?: { href: string; label: string }
}

const balanceLink = (t: Words) => ({ href: '/balance', label: t('payday.goToBalance') })
const bankLink = (t: Words) => ({ href: '/onboarding#bank', label: t('payday.changeBank') })

type Station = Pick<PaydayStep, 'state' | 'text' | 'link'> & { on?: Date | null }
type Stations = { payout: Station; bank: Station }

function waiting(t: Words, payday: Payday, text: string, link?: PaydayStep['link']): Stations {
  const state = payday.isAvailable ? 'now' : 'later'
  return {
    payout: { state, text, ...(link && { link }) },
    bank: { state: 'later', text: t('payday.bankLater') },
  }
}

type Found = Extract<Payday['payout'], { kind: 'found' }>['payout']

function found(t: Words, payday: Payday, payout: Found): Stations {
  const { label, meaning } = PAYOUT_STATUS_WORDS[payout.status]
  const amount = formatMoney(payout, t.locale)
  if (payout.status === 'failed' || payout.status === 'canceled') {
    const failure = payoutFailure(t, payout.failureCode)
    const next = t(scheduleWords(t, payday.schedule) ? 'payday.goesAgain' : 'payday.payOutAgain')
    const why = payout.status === 'failed' ? `${failure.reason} ${failure.todo}` : t(meaning)
    return {
      payout: { state: 'done', text: t('payday.partOfFailed', { amount }), on: payout.createdAt },
      bank: {
        state: 'failed',
        text: `${why} ${whereabouts(t, payout)} ${next}`,
        link: failure.isAboutBank ? bankLink(t) : balanceLink(t),
      },
    }
  }
  const reference = payout.traceId ? ` ${t('balance.bankReference', { reference: payout.traceId })}` : ''
  const isPaid = payout.status === 'paid'
  return {
    payout: { state: 'done', text: t('payday.partOf', { amount, status: t(label) }), on: payout.createdAt },
    bank: {
      state: isPaid ? 'done' : 'now',
      text: `${t(meaning)}${reference}`,
      on: payout.arrivalOn,
    },
  }
}

function onDemand(
  t: Words,
  payday: Payday,
  asked: Extract<Payday['payout'], { kind: 'manual' }>['asked'],
): Stations {
  if (asked) {
    const text = t('payday.paidOutSince', { amount: formatMoney(asked, t.locale) })
    return {
      payout: { state: 'now', text, link: { href: '/balance#payouts', label: t('payday.seePayouts') } },
      bank: { state: 'later', text: t('payday.dayBesidePayout') },
    }
  }
  const text = t(payday.isAvailable ? 'payday.inBalanceUntil' : 'payday.payItOutYourself')
  return waiting(t, payday, text, balanceLink(t))
}

function stations(t: Words, payday: Payday): Stations {
  const { payout, schedule } = payday
  const when = scheduleWords(t, schedule)
  switch (payout.kind) {
    case 'found':
      return found(t, payday, payout.payout)
    case 'manual':
      return onDemand(t, payday, payout.asked)
    case 'by_schedule':
      return waiting(t, payday, when ? t('payday.bySchedule', { when }) : t('payday.byStripe'))
    case 'not_known_yet':
      return waiting(t, payday, t('payday.notKnownYet'))
    case 'stripe_unavailable':
      return waiting(t, payday, t('payday.stripeUnavailable'))
  }
}

function available(t: Words, { isAvailable, availableOn }: Payday): Station {
  if (isAvailable) return { state: 'done', text: t('payday.ready'), on: availableOn }
  if (!availableOn) return { state: 'now', text: t('payday.dayNotSaid') }
  return {
    state: 'now',
    text: t('payday.pendingUntilThen'),
    on: availableOn,
  }
}

/** The way of an order's money into the bank, station by station; before the capture as it will be. */
export function paydaySteps(t: Words, payday: Payday | null): PaydayStep[] {
  const step = (title: MessageKey, { on = null, ...words }: Station): PaydayStep => ({
    title: t(title),
    on,
    ...words,
  })
  if (!payday) {
    return [
      step('payday.captured', { state: 'now', text: t('payday.onceApproved') }),
      step('payday.available', { state: 'later', text: t('payday.someDaysLater') }),
      step('payday.paidOut', { state: 'later', text: t('payday.asScheduleSays') }),
      step('payday.inYourBank', { state: 'later', text: t('payday.someWorkingDays') }),
    ]
  }
  const { payout, bank } = stations(t, payday)
  const captured = t('payday.isYours', { amount: formatMoney(payday.earned, t.locale) })
  return [
    step('payday.captured', { state: 'done', text: captured, on: payday.capturedAt }),
    step(payday.isAvailable ? 'payday.availableSince' : 'payday.availableOn', available(t, payday)),
    step('payday.paidOut', payout),
    step('payday.inYourBank', bank),
  ]
}
