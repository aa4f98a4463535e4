import { CURRENCIES } from '#lib/currencies.ts'
import type { Words } from '#lib/i18n/words.ts'
import { formatMoney, fromDecimal, proportion } from '#lib/money.ts'
import type { OrderDetail } from '#lib/orders/model.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'

export type PartPreview = { ok: true; taken: bigint; commission: bigint } | { ok: false; error: string }

type Agreed = Pick<OrderDetail, 'amount' | 'currency' | 'commissionAmount'>

/** What approving a typed part of an order would take, in minor units: the commission falls in proportion. */
export function partPreview(t: Words, order: Agreed, typed: string): PartPreview {
  const money = fromDecimal(typed, order.currency)
  const { minimum: least, step } = CURRENCIES[order.currency]
  if (!money) return { ok: false, error: t.say(PAYMENT_ERRORS.amount_invalid.message) }
  if (money.amount > order.amount) return { ok: false, error: t.say(PAYMENT_ERRORS.amount_too_large.message) }
  if (money.amount < least) {
    return {
      ok: false,
      error: t('islands.theLeastThatCanBe', {
        amount: formatMoney({ amount: least, currency: order.currency }, t.locale),
      }),
    }
  }
  return {
    ok: true,
    taken: money.amount,
    commission: proportion(order.commissionAmount, money.amount, order.amount, step),
  }
}
