import { CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import { CorrectionForm } from '#components/admin/correction-form.tsx'
import { CorrectionState } from '#components/admin/correction-state.tsx'
import { DiscrepancyRow } from '#components/admin/discrepancy-row.tsx'
import { RuleList } from '#components/admin/rule-list.tsx'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { TabLinks } from '#components/ui/tab-links.tsx'
import { Table, TableBody, TableHead, TableHeader } from '#components/ui/table.tsx'
import { may } from '#lib/access/model.ts'
import { correctionsOf } from '#lib/corrections/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { newRequestKey } from '#lib/ids.ts'
import { listChecks } from '#lib/ledger-checks/queries.ts'
import { listDiscrepancies } from '#lib/reconciliation/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { correctAction, decideCorrectionAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('reconciliation.title') }
}

const PATH = '/admin/discrepancies'
const GONE = `${PATH}?gone=1`

export default async function DiscrepanciesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/discrepancies')
  const t = await getWords()
  const { gone, cursor, fix } = await searchParams
  const isOpen = firstOf(gone) !== '1'
  const trail = readTrail(firstOf(cursor))
  const { discrepancies, nextCursor } = await listDiscrepancies(actor, { isOpen, cursor: trail.current })
  const checks = isOpen && !trail.current ? await listChecks(actor) : null
  const corrections = await correctionsOf(
    actor,
    discrepancies.map(({ id }) => id),
  )
  const mayCorrect = may(actor, 'correct')
  const chosen = discrepancies.find(({ id }) => id === firstOf(fix))
  const isFixable = mayCorrect && isOpen && corrections.get(chosen?.id ?? '')?.status !== 'asked'
  const page = (next: string) => addressOf(PATH, { gone: isOpen ? undefined : '1', cursor: next })
  return (
    <>
      <PageHeader title={t('reconciliation.title')} description={t('reconciliation.intro')} />
      <div className="grid gap-4">
        <TabLinks
          label={t('reconciliation.openOrGone')}
          tabs={[
            { href: PATH, label: t('reconciliation.open') },
            { href: GONE, label: t('reconciliation.gone') },
          ]}
          current={isOpen ? PATH : GONE}
        />
        {chosen && isFixable ? (
          <CorrectionForm view={chosen} requestKey={newRequestKey()} action={correctAction} />
        ) : null}
        <Card>
          {discrepancies.length === 0 ? (
            <EmptyState
              icon={CircleCheck}
              title={t(isOpen ? 'reconciliation.agree' : 'reconciliation.noneYet')}
            />
          ) : (
            <Table caption={t('reconciliation.differences')}>
              <TableHead>
                <tr>
                  <TableHeader>{t('reconciliation.what')}</TableHeader>
                  <TableHeader align="end">{t('reconciliation.ledger')}</TableHeader>
                  <TableHeader align="end">Stripe</TableHeader>
                  <TableHeader>{t('reconciliation.since')}</TableHeader>
                  <TableHeader>{t('reconciliation.todo')}</TableHeader>
                </tr>
              </TableHead>
              <TableBody>
                {discrepancies.map(view => (
                  <DiscrepancyRow key={view.id} view={view}>
                    <CorrectionState
                      correction={corrections.get(view.id)}
                      fix={
                        isOpen && mayCorrect ? addressOf(PATH, { cursor: trail.current, fix: view.id }) : null
                      }
                      decide={mayCorrect ? decideCorrectionAction : null}
                    />
                  </DiscrepancyRow>
                ))}
              </TableBody>
            </Table>
          )}
        </Card>
      </div>
      <Pagination
        label={t('reconciliation.pages')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
      {checks ? (
        <div className="mt-6">
          <RuleList checks={checks} />
        </div>
      ) : null}
    </>
  )
}
