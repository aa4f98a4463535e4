import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField, TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { LISTING_CATEGORIES, LISTING_CATEGORY_WORDS } from '#lib/catalogue/category-model.ts'
import { CURRENCIES } from '#lib/currencies.ts'
import { useWords } from '#words'

/** Sets what new orders carry from a day on. */
export function CommissionRuleForm({ action, today }: { action: FormAction; today: string }) {
  const t = useWords()
  const currencies = Object.keys(CURRENCIES).map(value => ({ value, label: value.toUpperCase() }))
  const decimal = { inputMode: 'decimal', autoComplete: 'off', optional: true } as const
  return (
    <ActionForm action={action}>
      <p className="text-muted-foreground text-sm">{t('commission.onlyOne')}</p>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-3">
        <SelectField
          name="category"
          label={t('work.category')}
          options={LISTING_CATEGORIES.map(value => ({ value, label: t(LISTING_CATEGORY_WORDS[value]) }))}
          placeholder={t('commission.noCategory')}
          optional
        />
        <TextField name="contractor" label={t('commission.contractor')} optional autoComplete="off" />
        <TextField name="listingId" label={t('commission.listing')} optional autoComplete="off" />
        <SelectField
          name="currency"
          label={t('commission.currency')}
          options={currencies}
          placeholder={t('commission.anyCurrency')}
          optional
        />
        <TextField
          name="percent"
          label={t('commission.percent')}
          hint={t('commission.percentHint')}
          {...decimal}
        />
        <TextField name="fixed" label={t('commission.fixed')} hint={t('commission.fixedHint')} {...decimal} />
        <TextField
          name="startsOn"
          label={t('commission.startsOn')}
          type="date"
          min={today}
          defaultValue={today}
        />
      </div>
      <TextareaField name="reason" label={t('commission.reason')} rows={2} maxLength={500} />
      <SubmitButton className="justify-self-start" pending={t('commission.setting')}>
        {t('commission.set')}
      </SubmitButton>
    </ActionForm>
  )
}
