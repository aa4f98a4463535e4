import { PriceAndDays } from '#components/orders/price-and-days.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import type { Currency } from '#lib/currencies.ts'

type Values = { title: string; description: string; amount: string; deliveryDays: number }

/** The fields of a listing, for writing and for changing one. */
export function ListingFields({ currency, values }: { currency: Currency; values?: Values }) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="What an employer gets, in a few words."
        maxLength={120}
        autoComplete="off"
        defaultValue={values?.title}
      />
      <TextareaField
        name="description"
        label="Description"
        hint="What is done, what is not, and what you need to begin. Delivery is measured against it."
        maxLength={4000}
        rows={8}
        defaultValue={values?.description}
      />
      <PriceAndDays currency={currency} amount={values?.amount} deliveryDays={values?.deliveryDays} />
    </>
  )
}
