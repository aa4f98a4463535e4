import { Coins } from 'lucide-react'
import type { Metadata } from 'next'
import { monthName } from '#components/admin/month-name.ts'
import { OverviewCard } from '#components/admin/overview-card.tsx'
import { AttentionList } from '#components/attention/attention-list.tsx'
import { addressOf, firstOf, type SearchParams } from '#components/orders/address.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listAttention } from '#lib/attention/queries.ts'
import { now } from '#lib/clock.ts'
import { getWords } from '#lib/i18n/request.ts'
import { getOverview } from '#lib/overview/get-overview.ts'
import { lastMonthOf, movedMonth, OVERVIEW_MONTHS } from '#lib/overview/model.ts'
import type { Actor } from '#lib/users/model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { nameMails } from './attention/name-mails.ts'

const PATH = '/admin'
/** Kinds of what waits that are shown here; all of them are on their own page. */
const KINDS_SHOWN = 3

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('overview.title') }
}

export default async function OverviewPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin')
  const t = await getWords()
  const current = lastMonthOf(undefined, now())
  const last = lastMonthOf(firstOf((await searchParams).until), now())
  const overview = await getOverview(actor, last)
  return (
    <>
      <PageHeader title={t('overview.title')} description={t('overview.intro')} />
      <div className="grid grid-cols-1 gap-8">
        <NeedsYou actor={actor} />
        <section aria-labelledby="figures" className="grid grid-cols-1 gap-4">
          <h2 id="figures" className="font-semibold text-lg">
            {t('overview.period', { month: monthName(last, t.locale) })}
          </h2>
          <nav aria-label={t('overview.periods')} className="flex gap-2">
            <LinkButton
              href={addressOf(PATH, { until: movedMonth(last, -OVERVIEW_MONTHS) })}
              variant="secondary"
              size="sm"
            >
              {t('overview.earlier')}
            </LinkButton>
            {last < current ? (
              <LinkButton
                href={addressOf(PATH, { until: movedMonth(last, OVERVIEW_MONTHS) })}
                variant="secondary"
                size="sm"
              >
                {t('overview.later')}
              </LinkButton>
            ) : null}
          </nav>
          {overview.length === 0 ? (
            <Card>
              <EmptyState icon={Coins} title={t('overview.noMoney')} />
            </Card>
          ) : (
            overview.map(one => <OverviewCard key={one.currency} overview={one} />)
          )}
        </section>
      </div>
    </>
  )
}

async function NeedsYou({ actor }: { actor: Actor }) {
  const groups = await listAttention(actor)
  const t = await getWords()
  return (
    <section aria-labelledby="needs-you" className="grid grid-cols-1 gap-4">
      <h2 id="needs-you" className="font-semibold text-lg">
        {t('overview.needsYou')}
      </h2>
      {groups.length === 0 ? (
        <p className="text-muted-foreground">{t('overview.nothingWaits')}</p>
      ) : (
        <>
          <AttentionList groups={nameMails(t, groups.slice(0, KINDS_SHOWN))} />
          <LinkButton href="/admin/attention" variant="secondary" className="justify-self-start">
            {t('overview.allOfIt')}
          </LinkButton>
        </>
      )}
    </section>
  )
}
