import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { requestOfferAction } from '../../../offers/actions.ts'
import { requireContractor } from '../require-contractor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.askForAnOffer') }
}

export default async function AskPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const t = await getWords()
  const { contractorId, displayName } = await requireContractor(params)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/contractors', label: t('checkout.contractors') },
              { href: `/contractors/${contractorId}`, label: displayName },
            ]}
            current={t('checkout.askForAnOffer')}
          />
        }
        title={t('checkout.askDisplaynameForAnOffer', { displayName })}
        description={t('checkout.theyNameAPriceAnd')}
      />
      <Card className="max-w-2xl">
        <CardContent>
          <ActionForm action={requestOfferAction} hidden={{ contractorId }}>
            <TextareaField
              name="brief"
              label={t('checkout.whatDoYouNeed')}
              hint={t('checkout.whatItIsForWhat')}
              maxLength={4000}
              rows={8}
            />
            <SubmitButton className="justify-self-start" pending={t('checkout.sending')}>
              {t('checkout.askForAnOffer')}
            </SubmitButton>
          </ActionForm>
        </CardContent>
      </Card>
    </>
  )
}
