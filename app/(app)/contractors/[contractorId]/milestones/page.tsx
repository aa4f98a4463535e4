import type { Metadata } from 'next'
import { MilestoneFields } from '#components/projects/milestone-fields.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { commissionFor } from '#lib/orders/commission.ts'
import { requireContractor } from '../require-contractor.ts'
import { placeProjectAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('checkout.newProject') }
}

export default async function NewProjectPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const t = await getWords()
  const { contractorId, displayName, currency } = await requireContractor(params)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/contractors', label: t('checkout.contractors') },
              { href: `/contractors/${contractorId}`, label: displayName },
            ]}
            current={t('checkout.newProject')}
          />
        }
        title={t('checkout.orderFromDisplaynameInMilestones', { displayName })}
        description={t('checkout.eachMilestoneIsHeldDelivered')}
      />
      <Card className="max-w-3xl">
        <CardContent>
          <ActionForm action={placeProjectAction} hidden={{ contractorId, currency }}>
            <TextField
              name="title"
              label={t('checkout.titleOfTheProject')}
              maxLength={50}
              autoComplete="off"
            />
            <TextareaField
              name="description"
              label={t('checkout.whatIsToBeDone')}
              hint={t('checkout.whatYouExpectOfThe')}
              maxLength={4000}
            />
            <MilestoneFields
              currency={currency}
              rate={await commissionFor({ contractorId, currency })}
              contractorName={displayName}
            />
            <div className="grid gap-2">
              <SubmitButton className="justify-self-start" pending={t('checkout.placingTheProject')}>
                {t('checkout.placeTheProject')}
              </SubmitButton>
              <p className="text-muted-foreground">{t('checkout.nothingIsHeldYetYou')}</p>
            </div>
          </ActionForm>
        </CardContent>
      </Card>
    </>
  )
}
