import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { DiscrepancyRow } from '#components/admin/discrepancy-row.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabLinks } from '#components/ui/tab-links.tsx'
import { Table, TableBody, TableHead, TableHeader } from '#components/ui/table.tsx'
import { listDiscrepancies } from '#lib/reconciliation/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export const metadata: Metadata = { title: 'Discrepancies' }

const PATH = '/admin/discrepancies'
const GONE = `${PATH}?gone=1`

export default async function DiscrepanciesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/discrepancies')
  const { gone, cursor } = await searchParams
  const isOpen = firstOf(gone) !== '1'
  const trail = readTrail(firstOf(cursor))
  const { discrepancies, nextCursor } = await listDiscrepancies(actor, { isOpen, cursor: trail.current })
  const page = (next: string) => addressOf(PATH, { gone: isOpen ? undefined : '1', cursor: next })
  return (
    <>
      <PageHeader
        title="Discrepancies"
        description="Where ledger and Stripe say different sums. They are compared every hour, and nothing is changed by itself."
      />
      <div className="grid gap-4">
        <TabLinks
          label="There now, or gone"
          tabs={[
            { href: PATH, label: 'There now' },
            { href: GONE, label: 'Gone' },
          ]}
          current={isOpen ? PATH : GONE}
        />
        <Card>
          {discrepancies.length === 0 ? (
            <EmptyState
              icon={CircleCheck}
              title={isOpen ? 'Ledger and Stripe agree' : 'There has been no difference yet'}
            />
          ) : (
            <Table caption="Differences between ledger and Stripe">
              <TableHead>
                <tr>
                  <TableHeader>What</TableHeader>
                  <TableHeader align="end">Ledger</TableHeader>
                  <TableHeader align="end">Stripe</TableHeader>
                  <TableHeader>Since</TableHeader>
                  <TableHeader>What to do</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {discrepancies.map(view => (
                  <DiscrepancyRow key={view.id} view={view} />
                ))}
              </TableBody>
            </Table>
          )}
        </Card>
      </div>
      <Pagination
        label="Pages of discrepancies"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}
