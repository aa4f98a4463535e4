import { TextField } from '#components/ui/form-fields.tsx'
import type { Currency } from '#lib/currencies.ts'

type Props = { currency: Currency; amount?: string; deliveryDays?: number }

/** What a contractor asks for their work: a price, and the days that it takes. */
export function PriceAndDays({ currency, amount, deliveryDays }: Props) {
  return (
    <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
      <TextField
        name="amount"
        label={`Price in ${currency.toUpperCase()}`}
        hint="What the employer pays in all."
        inputMode="decimal"
        autoComplete="off"
        defaultValue={amount}
      />
      <TextField
        name="deliveryDays"
        label="Days until delivery"
        hint="Counted from when the money is held."
        inputMode="numeric"
        autoComplete="off"
        defaultValue={deliveryDays}
      />
    </div>
  )
}
