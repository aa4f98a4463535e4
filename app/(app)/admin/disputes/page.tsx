import { Scale } from 'lucide-react'
import type { Metadata } from 'next'
import { DisputeRow } from '#components/admin/dispute-row.tsx'
import { FraudWarningList } from '#components/admin/fraud-warning-list.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table, TableBody, TableHead, TableHeader } from '#components/ui/table.tsx'
import { may } from '#lib/access/model.ts'
import { listDisputes } from '#lib/disputes/queries.ts'
import { listFraudWarnings } from '#lib/fraud-warnings/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('evidence.disputes') }
}

const PATH = '/admin/disputes'

export default async function DisputesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/disputes')
  const t = await getWords()
  const { cursor } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { disputes, nextCursor } = await listDisputes(actor, { cursor: trail.current })
  const warnings = trail.current ? [] : await listFraudWarnings(actor)
  const page = (next: string) => addressOf(PATH, { cursor: next })
  return (
    <>
      <PageHeader title={t('evidence.disputes')} description={t('disputes.intro')} />
      <FraudWarningList warnings={warnings} mayRefund={may(actor, 'refund')} />
      <Card>
        {disputes.length === 0 ? (
          <EmptyState icon={Scale} title={t('disputes.none')} />
        ) : (
          <Table caption={t('evidence.disputes')}>
            <TableHead>
              <tr>
                <TableHeader>{t('evidence.order')}</TableHeader>
                <TableHeader align="end">{t('evidence.amount')}</TableHeader>
                <TableHeader>{t('evidence.stands')}</TableHeader>
                <TableHeader>{t('evidence.answerUntil')}</TableHeader>
                <TableHeader>{t('disputes.money')}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {disputes.map(dispute => (
                <DisputeRow key={dispute.id} dispute={dispute} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      <Pagination
        label={t('disputes.pages')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
