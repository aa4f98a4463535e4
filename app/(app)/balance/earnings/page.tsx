import { ChartColumn } from 'lucide-react'
import type { Metadata } from 'next'
import { EarningsCard } from '#components/balance/earnings-card.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import { getEarnings } from '#lib/statements/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('papers.earnings') }
}

export default async function EarningsPage() {
  const t = await getWords()
  const earnings = await getEarnings(await requireActor('CONTRACTOR'))
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/balance', label: t('shell.balance') }]}
            current={t('papers.earnings')}
          />
        }
        title={t('papers.earnings')}
        description={t('papers.earningsIntro')}
      />
      <div className="grid grid-cols-1 gap-6">
        {earnings.map(one => (
          <EarningsCard key={one.currency} earnings={one} />
        ))}
      </div>
      {earnings.length === 0 ? (
        <Card>
          <EmptyState
            icon={ChartColumn}
            title={t('papers.nothingEarned')}
            action={<LinkButton href="/listings/own">{t('papers.yourListings')}</LinkButton>}
          >
            {t('papers.nothingEarnedHint')}
          </EmptyState>
        </Card>
      ) : null}
    </>
  )
}
