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
import { getWords } from '#lib/i18n/request.ts'
import { commissionNote, receiptLines, receiptName } from '#lib/receipts/model.ts'
import { getReceipt } from '#lib/receipts/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('orders.receipt') }
}

export default async function ReceiptPage({ params }: { params: Promise<{ orderId: string }> }) {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const { orderId } = await params
  const receipt = await getReceipt(actor, orderId)
  if (!receipt) notFound()
  const side = actor.role === 'CONTRACTOR' ? 'CONTRACTOR' : 'EMPLOYER'
  const { card, employer, contractor } = receipt
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[
              { href: '/orders', label: t('orders.orders') },
              { href: `/orders/${orderId}`, label: `#${receipt.number}` },
            ]}
            current={side === 'EMPLOYER' ? t('orders.receipt') : t('orders.statement')}
          />
        }
        title={receiptName(t, receipt, side).title}
        description={receipt.title}
        actions={
          <LinkButton
            href={`/api/orders/${orderId}/receipt`}
            prefetch={false}
            variant="secondary"
            className="print:hidden"
          >
            <Download aria-hidden /> {t('orders.downloadAsPdf')}
          </LinkButton>
        }
      />
      <Card className="max-w-2xl">
        <CardContent className="grid gap-6">
          <DescriptionList>
            <DescriptionItem term={t('orders.dateOfPayment')}>
              <DateTime value={receipt.capturedAt} dayOnly />
            </DescriptionItem>
            <DescriptionItem term={t('orders.from')}>{contractor.displayName}</DescriptionItem>
            <DescriptionItem term={t('orders.for')}>{employer.displayName}</DescriptionItem>
            <DescriptionItem term={t('orders.paidWith')}>{cardName(t, card)}</DescriptionItem>
          </DescriptionList>
          <DescriptionList className="border-t">
            {receiptLines(receipt, side).map(({ label, value, isTotal }) => (
              <DescriptionItem key={label} term={t(label)} strong={isTotal === true}>
                <Money value={value} code />
              </DescriptionItem>
            ))}
          </DescriptionList>
          <p className="text-muted-foreground text-sm">{commissionNote(t, receipt)}</p>
        </CardContent>
      </Card>
    </>
  )
}
