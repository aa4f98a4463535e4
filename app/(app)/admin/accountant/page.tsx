import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { monthName } from '#components/admin/month-name.ts'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { PACK_FILES } from '#lib/accountant/model.ts'
import { listPackMonths } from '#lib/accountant/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('accountant.title') }
}

export default async function AccountantPage() {
  const actor = await requireAdmin('/admin/accountant')
  const [months, t] = await Promise.all([listPackMonths(actor), getWords()])
  return (
    <>
      <PageHeader title={t('accountant.title')} description={t('accountant.intro')} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <TitledCard title={t('accountant.month')}>
          <ul className="divide-y">
            {months.map(({ month, isOver }) => (
              <li
                key={month}
                className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0"
              >
                <span className="flex flex-wrap items-center gap-3">
                  <span className="font-medium">{monthName(month, t.locale)}</span>
                  {isOver ? null : (
                    <Badge tone="info" dot>
                      {t('accountant.soFar')}
                    </Badge>
                  )}
                </span>
                <LinkButton
                  href={`/admin/accountant/${month}`}
                  prefetch={false}
                  variant="secondary"
                  size="sm"
                  aria-label={t('accountant.downloadOf', { month: monthName(month, t.locale) })}
                >
                  <Download aria-hidden /> {t('accountant.download')}
                </LinkButton>
              </li>
            ))}
          </ul>
        </TitledCard>
        <TitledCard title={t('accountant.whatIsIn')}>
          <dl className="grid gap-3 text-sm">
            {PACK_FILES.map(({ name, words }) => (
              <div key={name}>
                <dt className="font-mono text-xs">{name}</dt>
                <dd className="text-muted-foreground">{t(words)}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4 text-muted-foreground text-sm">{t('accountant.utc')}</p>
        </TitledCard>
      </div>
    </>
  )
}
