import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { AuditFilters } from '#components/admin/audit-filters.tsx'
import { changeWords } from '#components/admin/audit-words.ts'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Moment } from '#components/orders/moment.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { type AuditEventView, listAuditInput } from '#lib/audit/model.ts'
import { getAuditHead, listAuditEvents } from '#lib/audit/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export const metadata: Metadata = { title: 'Audit' }

const PATH = '/admin/audit'

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/audit')
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
      <PageHeader
        title="Audit"
        description="Who did what, newest first. Nothing here can be changed or removed: the database refuses it, and each event is sealed with the hash of the one before."
      />
      <div className="mb-4 grid gap-3">
        <AuditFilters path={PATH} filters={filters} />
        <SealedUpTo head={head} />
      </div>
      <Card>
        {events.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            title={Object.values(filters).some(Boolean) ? 'Nothing matches' : 'Nothing has happened yet'}
          />
        ) : (
          <Table caption="Audit events">
            <TableHead>
              <tr>
                <TableHeader>When</TableHeader>
                <TableHeader>Who</TableHeader>
                <TableHeader>What</TableHeader>
                <TableHeader>Of what</TableHeader>
                <TableHeader>Change</TableHeader>
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
        label="Pages of the audit log"
        previous={trail.previous === null ? undefined : page(trail.previous)}
        next={nextCursor ? page(trail.next(nextCursor)) : undefined}
      />
    </>
  )
}

function SealedUpTo({ head }: { head: { position: bigint; hash: string } | null }) {
  if (!head || head.position === 0n) return null
  return (
    <p className="text-muted-foreground text-xs">
      Sealed up to place {head.position.toString()}: <code className="break-all font-mono">{head.hash}</code>.
      Note it elsewhere; <code className="font-mono">npm run audit:verify</code> works all of it out again.
    </p>
  )
}

function AuditRow({ event }: { event: AuditEventView }) {
  return (
    <TableRow className="align-top">
      <TableCell className="align-top">
        <Moment at={event.createdAt} />
        <span className="block text-muted-foreground text-xs" title={event.hash ?? undefined}>
          {event.position === null ? 'not sealed yet' : `place ${event.position}`}
        </span>
      </TableCell>
      <TableCell className="align-top">
        {event.actorName}
        <span className="block text-muted-foreground text-xs">
          {event.actorRole.toLowerCase()} {event.ip}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap align-top font-medium">{event.action}</TableCell>
      <TableCell className="align-top">
        <Link
          href={addressOf(PATH, { object: event.subjectId })}
          className="inline-block min-h-6 font-mono text-primary text-xs underline decoration-primary/40 underline-offset-4"
        >
          {event.subjectId}
        </Link>
      </TableCell>
      <TableCell className="min-w-64 align-top text-xs">
        {event.before ? <p className="text-muted-foreground">was {changeWords(event.before)}</p> : null}
        {event.after ? <p>{changeWords(event.after)}</p> : null}
      </TableCell>
    </TableRow>
  )
}
