import { listAuditInput } from '#lib/audit/model.ts'
import { exportAuditEvents } from '#lib/audit/queries.ts'
import { csvResponse } from '#lib/csv-response.ts'
import { adminFile } from '#lib/users/admin-file.ts'
import type { Actor } from '#lib/users/model.ts'

const COLUMNS = [
  ...['place', 'at', 'who', 'who_id', 'role', 'ip', 'browser', 'action'],
  ...['of_kind', 'of_id', 'before', 'after', 'hash', 'id'],
]

async function* rows(actor: Actor, parameters: object) {
  for await (const event of exportAuditEvents(actor, listAuditInput.parse(parameters)))
    yield {
      place: event.position?.toString() ?? '',
      at: event.createdAt.toISOString(),
      who: event.actorName ?? 'System',
      who_id: event.actorId ?? '',
      role: event.actorRole.toLowerCase(),
      ip: event.ip,
      browser: event.userAgent,
      action: event.action,
      of_kind: event.subjectType,
      of_id: event.subjectId,
      before: event.before === null ? '' : JSON.stringify(event.before),
      after: event.after === null ? '' : JSON.stringify(event.after),
      hash: event.hash ?? '',
      id: event.id,
    } as Record<string, string>
}

/** The audit log that the page with the same address shows, all pages of it, as CSV. */
export const GET = adminFile('/admin/audit/export', (actor, parameters) => {
  const file = `audit-${new Date().toISOString().slice(0, 10)}.csv`
  return csvResponse({ file, columns: COLUMNS, rows: rows(actor, parameters) })
})
