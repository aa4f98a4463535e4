import type { Metadata } from 'next'
import { AmountWithBreakdown } from '#components/orders/amount-with-breakdown.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { TextareaField, TextField } from '#components/ui/form-fields.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { newRequestKey } from '#lib/ids.ts'
import { currentCommission } from '#lib/orders/commission.ts'
import { requireContractor } from '../require-contractor.ts'
import { placeOrderAction } from './actions.ts'

export const metadata: Metadata = { title: 'New order' }

export default async function NewOrderPage({ params }: { params: Promise<{ contractorId: string }> }) {
  const { contractorId, displayName, headline, currency } = await requireContractor(params)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={[{ href: '/contractors', label: 'Contractors' }]} current={displayName} />}
        title={`Order from ${displayName}`}
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
              label="Title"
              hint="A few words, for the list of orders."
              maxLength={120}
              autoComplete="off"
            />
            <TextareaField
              name="description"
              label="What is to be done?"
              hint="What you expect, and by when. It is what delivery is measured against."
              maxLength={4000}
            />
            <AmountWithBreakdown
              currency={currency}
              rate={currentCommission(currency)}
              contractorName={displayName}
            />
            <div className="grid gap-2">
              <SubmitButton className="justify-self-start" pending="Placing the order…">
                Place order
              </SubmitButton>
              <p className="text-muted-foreground">
                Nothing is held yet: you choose the card on the next page.
              </p>
            </div>
          </ActionForm>
        </CardContent>
      </Card>
    </>
  )
}
