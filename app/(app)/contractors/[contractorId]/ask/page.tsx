import type { Metadata } from 'next'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { TextareaField } from '#components/ui/form-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { requestOfferAction } from '../../../offers/actions.ts'
import { requireContractor } from '../require-contractor.ts'

export const metadata: Metadata = { title: 'Ask for an offer' }

export default async function AskPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const { contractorId, displayName } = await requireContractor(params)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/contractors', label: 'Contractors' },
              { href: `/contractors/${contractorId}`, label: displayName },
            ]}
            current="Ask for an offer"
          />
        }
        title={`Ask ${displayName} for an offer`}
        description="They name a price and a time. Nothing is ordered, and nothing held, before you accept."
      />
      <Card className="max-w-2xl">
        <CardContent>
          <ActionForm action={requestOfferAction} hidden={{ contractorId }}>
            <TextareaField
              name="brief"
              label="What do you need?"
              hint="What it is for, what you have already, and by when you need it."
              maxLength={4000}
              rows={8}
            />
            <SubmitButton className="justify-self-start" pending="Sending…">
              Ask for an offer
            </SubmitButton>
          </ActionForm>
        </CardContent>
      </Card>
    </>
  )
}
