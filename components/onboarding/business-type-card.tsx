import { ActionForm } from '#components/ui/action-form.tsx'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { BusinessType } from '#lib/onboarding/model.ts'
import { useWords } from '#words'

const CHOICES: { value: BusinessType; label: MessageKey; hint: MessageKey }[] = [
  {
    value: 'individual',
    label: 'verifying.paidAsPerson',
    hint: 'verifying.paidAsPersonHint',
  },
  {
    value: 'company',
    label: 'verifying.paidAsCompany',
    hint: 'verifying.paidAsCompanyHint',
  },
]

/** The first question of all: shown while Stripe has no details of either, for it cannot be changed after. */
export function BusinessTypeCard({ action, chosen }: { action: FormAction; chosen: BusinessType }) {
  const t = useWords()
  return (
    <Card aria-labelledby="who-title">
      <CardHeader>
        <CardTitle id="who-title">{t('verifying.whoIsPaid')}</CardTitle>
        <CardDescription>{t('verifying.whoIsPaidHint')}</CardDescription>
      </CardHeader>
      <CardContent>
        <ActionForm action={action}>
          <fieldset className="grid gap-2.5">
            <legend className="sr-only">{t('verifying.whoIsPaid')}</legend>
            {CHOICES.map(({ value, label, hint }) => (
              <label
                key={`${value}-${chosen}`}
                className="flex items-start gap-3 rounded-lg border border-control/50 bg-card p-3.5 transition-colors hover:bg-muted/60 has-checked:border-primary has-checked:bg-primary-soft has-checked:ring-1 has-checked:ring-primary"
              >
                <input
                  type="radio"
                  name="businessType"
                  value={value}
                  defaultChecked={value === chosen}
                  className="mt-0.5 size-4.5 shrink-0 accent-primary"
                />
                <span className="grid gap-0.5 text-sm">
                  <span className="font-medium">{t(label)}</span>
                  <span className="text-muted-foreground">{t(hint)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <SubmitButton
            variant="secondary"
            className="justify-self-start"
            pending={t('verifying.tellingStripe')}
          >
            {t('verifying.saveWhoIsPaid')}
          </SubmitButton>
        </ActionForm>
      </CardContent>
    </Card>
  )
}
