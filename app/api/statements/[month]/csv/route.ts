import { csvResponse } from '#lib/csv-response.ts'
import { getWords } from '#lib/i18n/request.ts'
import { statementTable } from '#lib/statements/export-statement.ts'
import { readMonth } from '#lib/statements/model.ts'
import { currentViewer } from '#lib/users/current-actor.ts'

/** A contractor's month as CSV, sent while it is read. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ month: string }> },
): Promise<Response> {
  const actor = await currentViewer()
  const month = readMonth((await params).month)
  if (actor?.role !== 'CONTRACTOR' || !month) return new Response(null, { status: 404 })
  return csvResponse(statementTable(await getWords(), actor, month))
}
