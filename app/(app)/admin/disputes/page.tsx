import { Scale } from 'lucide-react'
import type { Metadata } from 'next'
import { DisputeRow } from '#components/admin/dispute-row.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table, TableBody, TableHead, TableHeader } from '#components/ui/table.tsx'
import { listDisputes } from '#lib/disputes/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export const metadata: Metadata = { title: 'Disputes' }

const PATH = '/admin/disputes'

export default async function DisputesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/disputes')
  const { cursor } = await searchParams
  const trail = readTrail(firstOf(cursor))
  const { disputes, nextCursor } = await listDisputes(actor, { cursor: trail.current })
  const page = (next: string) => addressOf(PATH, { cursor: next })
  return (
    <>
      <PageHeader
        title="Disputes"
        description="Payments that an employer’s bank wants back, newest first, and what that did to the money."
      />
      <Card>
        {disputes.length === 0 ? (
          <EmptyState icon={Scale} title="No disputes" />
        ) : (
          <Table caption="Disputes">
            <TableHead>
              <tr>
                <TableHeader>Order</TableHeader>
                <TableHeader align="end">Amount</TableHeader>
                <TableHeader>Where it stands</TableHeader>
                <TableHeader>Answer until</TableHeader>
                <TableHeader>What happened to the money</TableHeader>
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
        label="Pages of disputes"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
