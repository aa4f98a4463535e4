import { PriceAndDays } from '#components/orders/price-and-days.tsx'
import { SelectField, TextareaField, TextField } from '#components/ui/form-fields.tsx'
import {
  LISTING_CATEGORIES,
  LISTING_CATEGORY_WORDS,
  type ListingCategory,
} from '#lib/catalogue/category-model.ts'
import type { Currency } from '#lib/currencies.ts'
import { useWords } from '#words'

type Values = {
  title: string
  category: ListingCategory
  description: string
  amount: string
  deliveryDays: number
}

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
      <SelectField
        name="category"
        label={t('work.category')}
        options={LISTING_CATEGORIES.map(value => ({ value, label: t(LISTING_CATEGORY_WORDS[value]) }))}
        placeholder={t('work.categoryChoose')}
        defaultValue={values?.category}
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
