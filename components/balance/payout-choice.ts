import { message } from '#lib/i18n/message.ts'
import { fromDecimal, type Money } from '#lib/money.ts'
import { mostPayable, PAYOUT_ERRORS } from '#lib/payouts/model.ts'

/** A typed amount held against what is available: what would be paid out, or why not, as a message. */
export type JudgedPayout = { ok: true; money: Money } | { ok: false; error: string }

const noMoreThan = ({ amount, currency }: Money) =>
  message('balance.noMoreThan', { amount: `money:${amount}:${currency}` })

/** What the command will say to a typed amount, before it is asked: the same rule, on the figures that the page shows. */
export function judgePayout(available: Money, typed: string): JudgedPayout {
  const money = fromDecimal(typed, available.currency)
  if (!money || money.amount === 0n) return { ok: false, error: PAYOUT_ERRORS.amount_invalid.message }
  if (mostPayable(money).amount !== money.amount)
    return { ok: false, error: PAYOUT_ERRORS.amount_uneven.message }
  if (money.amount > available.amount) return { ok: false, error: noMoreThan(available) }
  return { ok: true, money }
}
