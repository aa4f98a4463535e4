import { Download, ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import Form from 'next/form'
import { StatementCard } from '#components/balance/statement-card.tsx'
import { firstOf, type SearchParams } from '#components/orders/address.ts'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Label } from '#components/ui/label.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Select } from '#components/ui/select.tsx'
import { now } from '#lib/clock.ts'
import { getWords } from '#lib/i18n/request.ts'
import { monthOf, monthWords, readMonth } from '#lib/statements/model.ts'
import { getStatements, listStatementMonths } from '#lib/statements/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('papers.statements') }
}

const LINES_SHOWN_MAX = 500

function Files({ month }: { month: string }) {
  return (['pdf', 'csv'] as const).map(kind => (
    <LinkButton
      key={kind}
      href={`/api/statements/${month}/${kind}`}
      prefetch={false}
      variant="secondary"
      className="print:hidden"
    >
      <Download aria-hidden /> {kind.toUpperCase()}
    </LinkButton>
  ))
}

function Months({ months, month }: { months: string[]; month: string }) {
  const t = useWords()
  return (
    <Form action="/balance/statements" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
      <div className="grid gap-1.5">
        <Label htmlFor="month">{t('papers.month')}</Label>
        <Select key={month} id="month" name="month" defaultValue={month}>
          {months.map(one => (
            <option key={one} value={one}>
              {monthWords(t.locale, one)}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" variant="secondary">
        {t('papers.show')}
      </Button>
    </Form>
  )
}

export default async function StatementsPage({ searchParams }: { searchParams: SearchParams }) {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const [found, parameters] = await Promise.all([listStatementMonths(actor), searchParams])
  const month = readMonth(firstOf(parameters.month)) ?? found[0] ?? monthOf(now())
  const months = [...new Set([month, ...found])].sort().reverse()
  const isOver = month < monthOf(now())
  const statements = await getStatements(actor, month, LINES_SHOWN_MAX)
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            above={[{ href: '/balance', label: t('shell.balance') }]}
            current={t('papers.statements')}
          />
        }
        title={t('papers.statementOf', { month: monthWords(t.locale, month) })}
        description={!isOver ? t('papers.soFar') : t('papers.whatMoved')}
        actions={statements.length > 0 ? <Files month={month} /> : null}
      />
      <Months months={months} month={month} />
      <div className="grid grid-cols-1 gap-6">
        {statements.map(statement => (
          <StatementCard key={statement.currency} statement={statement} isOver={isOver} />
        ))}
      </div>
      {statements.length === 0 ? (
        <Card>
          <EmptyState icon={ScrollText} title={t('papers.nothingMoved')}>
            {t('papers.nothingMovedHint')}
          </EmptyState>
        </Card>
      ) : null}
    </>
  )
}
