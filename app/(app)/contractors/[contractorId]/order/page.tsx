import type { Metadata } from 'next'
import { AmountWithBreakdown } from '#components/orders/amount-with-breakdown.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { commissionFor } from '#lib/orders/commission.ts'
import { requireContractor } from '../require-contractor.ts'
import { placeOrderAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.newOrder') }
}

export default async function NewOrderPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const t = await getWords()
  const { contractorId, displayName, headline, currency } = await requireContractor(params)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/contractors', label: t('checkout.contractors') }]}
            current={displayName}
          />
        }
        title={t('checkout.orderFromDisplayname', { displayName })}
        description={headline}
      />
      <Card className="max-w-2xl">
        <CardContent>
          <ActionForm
            action={placeOrderAction}
            requestKey={newRequestKey()}
            hidden={{ contractorId, currency }}
          >
            <TextField
              name="title"
              label={t('checkout.title')}
              hint={t('checkout.aFewWordsForThe')}
              maxLength={120}
              autoComplete="off"
            />
            <TextareaField
              name="description"
              label={t('checkout.whatIsToBeDone')}
              hint={t('checkout.whatYouExpectAndBy')}
              maxLength={4000}
            />
            <AmountWithBreakdown
              currency={currency}
              rate={await commissionFor({ contractorId, currency })}
              contractorName={displayName}
            />
            <div className="grid gap-2">
              <SubmitButton className="justify-self-start" pending={t('checkout.placingTheOrder')}>
                {t('checkout.placeOrder')}
              </SubmitButton>
              <p className="text-muted-foreground">{t('checkout.nothingIsHeldYetYouChoose')}</p>
            </div>
          </ActionForm>
        </CardContent>
      </Card>
    </>
  )
}
