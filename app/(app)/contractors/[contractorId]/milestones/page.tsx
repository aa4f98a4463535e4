import type { Metadata } from 'next'
import { MilestoneFields } from '#components/projects/milestone-fields.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { currentCommission } from '#lib/orders/commission.ts'
import { requireContractor } from '../require-contractor.ts'
import { placeProjectAction } from './actions.ts'

export const metadata: Metadata = { title: 'New project' }

export default async function NewProjectPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const { contractorId, displayName, currency } = await requireContractor(params)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/contractors', label: 'Contractors' },
              { href: `/contractors/${contractorId}`, label: displayName },
            ]}
            current="New project"
          />
        }
        title={`Order from ${displayName} in milestones`}
        description="Each milestone is held, delivered and paid for itself. You start the next one when you are ready, and can stop after any."
      />
      <Card className="max-w-3xl">
        <CardContent>
          <ActionForm action={placeProjectAction} hidden={{ contractorId, currency }}>
            <TextField name="title" label="Title of the project" maxLength={50} autoComplete="off" />
            <TextareaField
              name="description"
              label="What is to be done?"
              hint="What you expect of the whole, and by when. It is what each delivery is measured against."
              maxLength={4000}
            />
            <MilestoneFields
              currency={currency}
              rate={currentCommission(currency)}
              contractorName={displayName}
            />
            <div className="grid gap-2">
              <SubmitButton className="justify-self-start" pending="Placing the project…">
                Place the project
              </SubmitButton>
              <p className="text-muted-foreground">
                Nothing is held yet: you start the first milestone on the next page.
              </p>
            </div>
          </ActionForm>
        </CardContent>
      </Card>
    </>
  )
}
