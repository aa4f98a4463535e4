import { PriceAndDays } from '#components/orders/price-and-days.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Currency } from '#lib/currencies.ts'
import { toDecimal } from '#lib/money.ts'
import type { Terms } from '#lib/offers/model.ts'
import { useWords } from '#words'

type Props = { offerId: string; currency: Currency; terms: Terms | null; action: FormAction }

/** The contractor's answer; filled with the last one where there is one. */
export function MakeOfferForm({ offerId, currency, terms, action }: Props) {
  const t = useWords()
  return (
    <ActionForm action={action} hidden={{ offerId, currency }}>
      <TextField
        name="title"
        label={t('work.title')}
        maxLength={120}
        autoComplete="off"
        defaultValue={terms?.title}
      />
      <TextareaField
        name="description"
        label={t('work.whatYouWillDo')}
        hint={t('work.whatIsIncludedAndWhat')}
        maxLength={4000}
        defaultValue={terms?.description}
      />
      <PriceAndDays
        currency={currency}
        amount={terms ? toDecimal(terms) : undefined}
        deliveryDays={terms?.deliveryDays}
      />
      <SubmitButton className="justify-self-start" pending={t('work.sendingTheOffer')}>
        {terms ? t('work.changeTheOffer') : t('work.sendTheOffer')}
      </SubmitButton>
    </ActionForm>
  )
}
