import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card, CardContent } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { cardName } from '#lib/cards/model.ts'
import { formatMoney } from '#lib/money.ts'
import { commissionNote, receiptLines, receiptName } from '#lib/receipts/model.ts'
import { getReceipt } from '#lib/receipts/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export const metadata: Metadata = { title: 'Receipt' }

export default async function ReceiptPage({ params }: { params: Promise<{ orderId: string }> }) {
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const { orderId } = await params
  const receipt = await getReceipt(actor, orderId)
  if (!receipt) notFound()
  const side = actor.role === 'CONTRACTOR' ? 'CONTRACTOR' : 'EMPLOYER'
  const { card, currency, employer, contractor } = receipt
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/orders', label: 'Orders' },
              { href: `/orders/${orderId}`, label: `#${receipt.number}` },
            ]}
            current={side === 'EMPLOYER' ? 'Receipt' : 'Statement'}
          />
        }
        title={receiptName(receipt, side).title}
        description={receipt.title}
        actions={
          <LinkButton
            href={`/api/orders/${orderId}/receipt`}
            prefetch={false}
            variant="secondary"
            className="print:hidden"
          >
            <Download aria-hidden /> Download as PDF
          </LinkButton>
        }
      />
      <Card className="max-w-2xl">
        <CardContent className="grid gap-6">
          <DescriptionList>
            <DescriptionItem term="Date of payment">
              <DateTime value={receipt.capturedAt} dayOnly />
            </DescriptionItem>
            <DescriptionItem term="From">{contractor.displayName}</DescriptionItem>
            <DescriptionItem term="For">{employer.displayName}</DescriptionItem>
            <DescriptionItem term="Paid with">{cardName(card)}</DescriptionItem>
          </DescriptionList>
          <DescriptionList className="border-t">
            {receiptLines(receipt, side).map(({ label, value, isTotal }) => (
              <DescriptionItem key={label} term={label} strong={isTotal === true}>
                <Money value={value} code />
              </DescriptionItem>
            ))}
          </DescriptionList>
          <p className="text-muted-foreground text-sm">
            {commissionNote(receipt, amount => formatMoney({ amount, currency }))}
          </p>
        </CardContent>
      </Card>
    </>
  )
}
