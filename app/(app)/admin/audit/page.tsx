import { ScrollText } from 'lucide-react'
import type { Metadata } from 'next'
import { changeWords } from '#components/admin/audit-words.ts'
import { addressOf, firstOf, readTrail, type SearchParams } from '#components/orders/address.ts'
import { Moment } from '#components/orders/moment.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '#components/ui/table.tsx'
import { type AuditEventView, listAuditEvents } from '#lib/audit/queries.ts'
import { requireAdmin } from '#lib/users/require-admin.ts'

export const metadata: Metadata = { title: 'Audit' }

const PATH = '/admin/audit'

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdmin('/admin/audit')
  const trail = readTrail(firstOf((await searchParams).cursor))
  const { events, nextCursor } = await listAuditEvents(actor, { cursor: trail.current })
  const page = (cursor: string) => addressOf(PATH, { cursor })
  return (
    <>
      <PageHeader
        title="Audit"
        description="Who did what, newest first. Nothing here can be changed or removed."
      />
      <Card>
        {events.length === 0 ? (
          <EmptyState icon={ScrollText} title="Nothing has happened yet" />
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

function AuditRow({ event }: { event: AuditEventView }) {
  return (
    <TableRow className="align-top">
      <TableCell className="align-top">
        <Moment at={event.createdAt} />
      </TableCell>
      <TableCell className="align-top">
        {event.actorName}
        <span className="block text-muted-foreground text-xs">
          {event.actorRole.toLowerCase()} {event.ip}
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap align-top font-medium">{event.action}</TableCell>
      <TableCell className="align-top">
        <code className="font-mono text-xs">{event.subjectId}</code>
      </TableCell>
      <TableCell className="min-w-64 align-top text-xs">
        {event.before ? <p className="text-muted-foreground">was {changeWords(event.before)}</p> : null}
        {event.after ? <p>{changeWords(event.after)}</p> : null}
      </TableCell>
    </TableRow>
  )
}
