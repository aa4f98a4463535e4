import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AuditFilters } from '#components/admin/audit-filters.tsx'
import { actionWords, changeWords } from '#components/admin/audit-words.ts'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Moment } from '#components/orders/moment.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { type AuditEventView, listAuditInput } from '#lib/audit/model.ts'
import { getAuditHead, listAuditEvents } from '#lib/audit/queries.ts'
import { getWords } from '#lib/i18n/request.ts'
import type { Words } from '#lib/i18n/words.ts'
import { ROLE_WORDS, type Role } from '#lib/users/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'
import { useWords } from '#words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('audit.title') }
}

const PATH = '/admin/audit'

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/audit')
  const t = await getWords()
  const asked = await searchParams
  const trail = readTrail(firstOf(asked.cursor))
  const typed = Object.entries(asked).map(([name, value]) => [name, firstOf(value) || undefined])
  const { cursor, ...filters } = listAuditInput.parse({
    ...Object.fromEntries(typed),
    cursor: trail.current,
  })
  const { events, nextCursor } = await listAuditEvents(actor, { ...filters, cursor })
  const head = await getAuditHead(actor)
  const page = (to: string) => addressOf(PATH, { ...filters, cursor: to })
  return (
    <>
      <PageHeader title={t('audit.title')} description={t('audit.intro')} />
      <div className="mb-4 grid gap-3">
        <AuditFilters path={PATH} filters={filters} />
        <SealedUpTo head={head} />
      </div>
      <Card>
        {events.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            title={t(Object.values(filters).some(Boolean) ? 'audit.nothingMatches' : 'audit.nothingYet')}
          />
        ) : (
          <Table caption={t('audit.events')}>
            <TableHead>
              <tr>
                <TableHeader>{t('audit.when')}</TableHeader>
                <TableHeader>{t('console.who')}</TableHeader>
                <TableHeader>{t('console.what')}</TableHeader>
                <TableHeader>{t('console.ofWhat')}</TableHeader>
                <TableHeader>{t('audit.change')}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {events.map(event => (
                <AuditRow key={event.id} event={event} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      <Pagination
        label={t('audit.pages')}
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

function SealedUpTo({ head }: { head: { position: bigint; hash: string } | null }) {
  const t = useWords()
  if (!head || head.position === 0n) return null
  return (
    <p className="text-muted-foreground text-xs">
      {t.rich('audit.sealedUpTo', {
        place: head.position.toString(),
        hash: <code className="break-all font-mono">{head.hash}</code>,
        code: words => <code className="font-mono">{words}</code>,
      })}
    </p>
  )
}

function roleWords(t: Words, role: string): string {
  return Object.hasOwn(ROLE_WORDS, role) ? t.say(ROLE_WORDS[role as Role]) : ''
}

function AuditRow({ event }: { event: AuditEventView }) {
  const t = useWords()
  const words = actionWords(t, event.action)
  return (
    <TableRow className="align-top">
      <TableCell className="align-top">
        <Moment at={event.createdAt} />
        <span className="block text-muted-foreground text-xs" title={event.hash ?? undefined}>
          {event.position === null
            ? t('audit.notSealed')
            : t('audit.place', { place: event.position.toString() })}
        </span>
      </TableCell>
      <TableCell className="align-top">
        {event.actorName === null ? t('audit.system') : personName(t, event.actorName)}
        <span className="block text-muted-foreground text-xs">
          {roleWords(t, event.actorRole)} {event.ip}
        </span>
      </TableCell>
      <TableCell className="min-w-44 align-top">
        {words ? <span className="block font-medium">{words}</span> : null}
        <code className="font-mono text-muted-foreground text-xs">{event.action}</code>
      </TableCell>
      <TableCell className="align-top">
        <Link
          prefetch={false}
          href={addressOf(PATH, { object: event.subjectId })}
          className="inline-block min-h-6 font-mono text-primary text-xs underline decoration-primary/40 underline-offset-4"
        >
          {event.subjectId}
        </Link>
      </TableCell>
      <TableCell className="min-w-64 align-top text-xs">
        {event.before ? (
          <p className="text-muted-foreground">{t('audit.was', { before: changeWords(event.before) })}</p>
        ) : null}
        {event.after ? <p>{changeWords(event.after)}</p> : null}
      </TableCell>
    </TableRow>
  )
}
