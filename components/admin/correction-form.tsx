import { FocusOnArrival } from '#components/orders/focus-on-arrival.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Card, CardContent, CardDescription, CardHeader } from '#components/ui/card.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney, moneyOf } from '#lib/money.ts'
import type { DiscrepancyView } from '#lib/reconciliation/model.ts'
import { useWords } from '#words'

type Props = { view: DiscrepancyView; requestKey: string; action: FormAction }

/** What would be posted to make the ledger what Stripe has, to be confirmed with a reason. */
export function CorrectionForm({ view, requestKey, action }: Props) {
  const t = useWords()
  const { id, subject, account, currency, ledgerAmount, stripeAmount } = view
  const money = (amount: bigint) => formatMoney(moneyOf(amount, currency), t.locale)
  const amount = stripeAmount - ledgerAmount
  return (
    <Card id="fix">
      <CardHeader>
        <FocusOnArrival key={id} className="font-semibold text-lg">
          {t('corrections.title')}
        </FocusOnArrival>
        <CardDescription className="max-w-prose">{t('corrections.intro')}</CardDescription>
      </CardHeader>
      <CardContent className="grid max-w-2xl gap-4">
        <code className="break-all font-mono text-xs">{subject}</code>
        <DescriptionList>
          <DescriptionItem term={t('corrections.ledger')}>{money(ledgerAmount)}</DescriptionItem>
          <DescriptionItem term={t('corrections.stripe')}>{money(stripeAmount)}</DescriptionItem>
          <DescriptionItem
            term={t('corrections.posted')}
            hint={account ? t('corrections.contractor') : t('corrections.platform')}
            strong
          >
            {money(amount)}
          </DescriptionItem>
        </DescriptionList>
        <ActionForm
          keep
          action={action}
          requestKey={requestKey}
          hidden={{
            discrepancyId: id,
            ledgerAmount: ledgerAmount.toString(),
            stripeAmount: stripeAmount.toString(),
          }}
        >
          <TextareaField
            name="reason"
            label={t('corrections.reason')}
            hint={t('corrections.reasonHint')}
            rows={2}
            maxLength={500}
          />
          <p className="text-muted-foreground text-sm">{t('corrections.ask')}</p>
          <SubmitButton className="justify-self-start" pending={t('corrections.posting')}>
            {t('corrections.post', { sum: money(amount) })}
          </SubmitButton>
        </ActionForm>
      </CardContent>
    </Card>
  )
}
