import { PriceAndDays } from '#components/orders/price-and-days.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import type { Currency } from '#lib/currencies.ts'
import { useWords } from '#words'

type Values = { title: string; description: string; amount: string; deliveryDays: number }

/** The fields of a listing, for writing and for changing one. */
export function ListingFields({ currency, values }: { currency: Currency; values?: Values }) {
  const t = useWords()
  return (
    <>
      <TextField
        name="title"
        label={t('work.title')}
        hint={t('work.whatAnEmployerGetsIn')}
        maxLength={120}
        autoComplete="off"
        defaultValue={values?.title}
      />
      <TextareaField
        name="description"
        label={t('work.description')}
        hint={t('work.whatIsDoneWhatIs')}
        maxLength={4000}
        rows={8}
        defaultValue={values?.description}
      />
      <PriceAndDays currency={currency} amount={values?.amount} deliveryDays={values?.deliveryDays} />
    </>
  )
}
