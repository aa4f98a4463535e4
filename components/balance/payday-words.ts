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

const BALANCE = { href: '/balance', label: 'Go to the balance' }
const BANK = { href: '/onboarding#bank', label: 'Change the bank account' }

type Words = Pick<PaydayStep, 'state' | 'text' | 'link'> & { on?: Date | null }
type Stations = { payout: Words; bank: Words }

const BANK_LATER: Words = { state: 'later', text: 'The day is known once it is paid out.' }

function waiting(payday: Payday, text: string, link?: PaydayStep['link']): Stations {
  const state = payday.isAvailable ? 'now' : 'later'
  return { payout: { state, text, ...(link && { link }) }, bank: BANK_LATER }
}

function found(payday: Payday, payout: Extract<Payday['payout'], { kind: 'found' }>['payout']): Stations {
  const { label, meaning } = PAYOUT_STATUS_WORDS[payout.status]
  const sum = `Part of the payout of ${formatMoney(payout)}`
  if (payout.status === 'failed' || payout.status === 'canceled') {
    const failure = payoutFailure(payout.failureCode)
    const next = scheduleWords(payday.schedule) ? 'It goes again with a later payout.' : 'Pay it out again.'
    const why = payout.status === 'failed' ? `${failure.reason} ${failure.todo}` : meaning
    return {
      payout: { state: 'done', text: `${sum}, which did not arrive.`, on: payout.createdAt },
      bank: {
        state: 'failed',
        text: `${why} ${whereabouts(payout)} ${next}`,
        link: failure.isAboutBank ? BANK : BALANCE,
      },
    }
  }
  const reference = payout.traceId
    ? ` If the bank cannot find it, give it this reference: ${payout.traceId}`
    : ''
  const isPaid = payout.status === 'paid'
  return {
    payout: { state: 'done', text: `${sum}. ${label}.`, on: payout.createdAt },
    bank: {
      state: isPaid ? 'done' : 'now',
      text: `${meaning}${reference}`,
      on: payout.arrivalOn,
    },
  }
}

function onDemand(payday: Payday, asked: Extract<Payday['payout'], { kind: 'manual' }>['asked']): Stations {
  if (asked) {
    const text = `You have paid out ${formatMoney(asked)} since this order was captured. Stripe does not say which orders that was made of.`
    return {
      payout: { state: 'now', text, link: { href: '/balance#payouts', label: 'See your payouts' } },
      bank: { state: 'later', text: 'The day that each payout arrives is beside it.' },
    }
  }
  const text = payday.isAvailable
    ? 'It is in your balance until you pay it out: nothing leaves by itself.'
    : 'You pay it out yourself, once it is available: nothing leaves by itself.'
  return waiting(payday, text, BALANCE)
}

function stations(payday: Payday): Stations {
  const { payout, schedule } = payday
  switch (payout.kind) {
    case 'found':
      return found(payday, payout.payout)
    case 'manual':
      return onDemand(payday, payout.asked)
    case 'by_schedule':
      return waiting(
        payday,
        `With the next payout of your schedule, ${scheduleWords(schedule) ?? 'by Stripe'}.`,
      )
    case 'not_known_yet':
      return waiting(
        payday,
        'A payout has left that it is probably in. Stripe says what a payout is made of once the bank has it.',
      )
    case 'stripe_unavailable':
      return waiting(payday, 'Stripe did not answer just now. Reload the page to see more.')
  }
}

function available({ isAvailable, availableOn }: Payday): Words {
  if (isAvailable) return { state: 'done', text: 'In your balance, ready to be paid out.', on: availableOn }
  if (!availableOn) return { state: 'now', text: 'Stripe has not said the day yet.' }
  return {
    state: 'now',
    text: 'Pending until then: Stripe has it, and nobody can take it out yet.',
    on: availableOn,
  }
}

/** The way of an order's money into the bank, station by station; before the capture as it will be. */
export function paydaySteps(payday: Payday | null): PaydayStep[] {
  const step = (title: string, { on = null, ...words }: Words): PaydayStep => ({ title, on, ...words })
  if (!payday) {
    return [
      step('Captured', { state: 'now', text: 'Once the employer approves your work.' }),
      step('Available', { state: 'later', text: 'Some days later. Stripe names the day with the capture.' }),
      step('Paid out', { state: 'later', text: 'As your payout schedule says.' }),
      step('In your bank', { state: 'later', text: 'Some working days after the payout.' }),
    ]
  }
  const { payout, bank } = stations(payday)
  const captured = `${formatMoney(payday.earned)} of it is yours, after the commission.`
  return [
    step('Captured', { state: 'done', text: captured, on: payday.capturedAt }),
    step(payday.isAvailable ? 'Available since' : 'Available on', available(payday)),
    step('Paid out', payout),
    step('In your bank', bank),
  ]
}
