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
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <TextField
          name="amount"
          label={`Price in ${currency.toUpperCase()}`}
          hint="What the employer pays in all."
          inputMode="decimal"
          autoComplete="off"
          defaultValue={values?.amount}
        />
        <TextField
          name="deliveryDays"
          label="Days until delivery"
          hint="Counted from when the money is held."
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values?.deliveryDays}
        />
      </div>
    </>
  )
}
