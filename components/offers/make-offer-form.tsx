import { PriceAndDays } from '#components/orders/price-and-days.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Currency } from '#lib/currencies.ts'
import { toDecimal } from '#lib/money.ts'
import type { Terms } from '#lib/offers/model.ts'

type Props = { offerId: string; currency: Currency; terms: Terms | null; action: FormAction }

/** The contractor's answer; filled with the last one where there is one. */
export function MakeOfferForm({ offerId, currency, terms, action }: Props) {
  return (
    <ActionForm action={action} hidden={{ offerId, currency }}>
      <TextField name="title" label="Title" maxLength={120} autoComplete="off" defaultValue={terms?.title} />
      <TextareaField
        name="description"
        label="What you will do"
        hint="What is included and what is not. Delivery is measured against it."
        maxLength={4000}
        defaultValue={terms?.description}
      />
      <PriceAndDays
        currency={currency}
        amount={terms ? toDecimal(terms) : undefined}
        deliveryDays={terms?.deliveryDays}
      />
      <SubmitButton className="justify-self-start" pending="Sending the offer…">
        {terms ? 'Change the offer' : 'Send the offer'}
      </SubmitButton>
    </ActionForm>
  )
}
