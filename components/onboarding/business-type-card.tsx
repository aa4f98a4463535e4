import { ActionForm } from '#components/ui/action-form.tsx'
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '#components/ui/card.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { BusinessType } from '#lib/onboarding/model.ts'

const CHOICES: { value: BusinessType; label: string; hint: string }[] = [
  {
    value: 'individual',
    label: 'I am paid as a private person',
    hint: 'Also as a sole trader. Stripe asks for your details and documents.',
  },
  {
    value: 'company',
    label: 'My company is paid',
    hint: 'A registered company. Stripe asks for its number, for whoever represents it, and for those who own or direct it.',
  },
]

/** The first question of all: shown while Stripe has no details of either, for it cannot be changed after. */
export function BusinessTypeCard({ action, chosen }: { action: FormAction; chosen: BusinessType }) {
  return (
    <Card aria-labelledby="who-title">
      <CardHeader>
        <CardTitle id="who-title">Who is paid?</CardTitle>
        <CardDescription>
          What Stripe asks for depends on it. It can be changed until the first details are sent.
        </CardDescription>
      </CardHeader>
      <CardContent>
        <ActionForm action={action}>
          <fieldset className="grid gap-2.5">
            <legend className="sr-only">Who is paid?</legend>
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
                  <span className="font-medium">{label}</span>
                  <span className="text-muted-foreground">{hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <SubmitButton variant="secondary" className="justify-self-start" pending="Telling Stripe…">
            Save who is paid
          </SubmitButton>
        </ActionForm>
      </CardContent>
    </Card>
  )
}
