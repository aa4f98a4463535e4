import { TextField } from '#components/ui/form-fields.tsx'
import type { Currency } from '#lib/currencies.ts'
import { useWords } from '#words'

type Props = { currency: Currency; amount?: string; deliveryDays?: number }

/** What a contractor asks for their work: a price, and the days that it takes. */
export function PriceAndDays({ currency, amount, deliveryDays }: Props) {
  const t = useWords()
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      <TextField
        name="amount"
        label={t('orders.priceInCurrency', { currency: currency.toUpperCase() })}
        hint={t('orders.whatTheEmployerPaysIn')}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={amount}
      />
      <TextField
        name="deliveryDays"
        label={t('orders.daysUntilDelivery')}
        hint={t('orders.countedFromWhenTheMoney')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={deliveryDays}
      />
    </div>
  )
}
