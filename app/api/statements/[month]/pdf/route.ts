import { now } from '#lib/clock.ts'
import { getWords } from '#lib/i18n/request.ts'
import { monthOf, readMonth } from '#lib/statements/model.ts'
import { getStatements } from '#lib/statements/queries.ts'
import { statementPdf } from '#lib/statements/statement-pdf.ts'
import { currentViewer } from '#lib/users/current-actor.ts'
import { getViewer } from '#lib/users/queries.ts'

/** A contractor's month as a PDF, with every movement. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ month: string }> },
): Promise<Response> {
  const t = await getWords()
  const actor = await currentViewer()
  const month = readMonth((await params).month)
  if (actor?.role !== 'CONTRACTOR' || !month) return new Response(null, { status: 404 })
  const [viewer, statements] = await Promise.all([
    getViewer(actor),
    getStatements(actor, month, Number.POSITIVE_INFINITY),
  ])
  const until = month < monthOf(now()) ? null : now()
  const pdf = await statementPdf(t, { month, name: viewer.displayName, statements, until })
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${t('papers.statementFile')}-${month}.pdf"`,
      'cache-control': 'private, no-store',
    },
  })
}
