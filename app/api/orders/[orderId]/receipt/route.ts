import { getWords } from '#lib/i18n/request.ts'
import { receiptName } from '#lib/receipts/model.ts'
import { getReceipt } from '#lib/receipts/queries.ts'
import { receiptPdf } from '#lib/receipts/receipt-pdf.ts'
import { currentViewer } from '#lib/users/current-actor.ts'

/** The receipt of a paid order as a PDF; the contractor's says what they earned. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ orderId: string }> },
): Promise<Response> {
  const t = await getWords()
  const actor = await currentViewer()
  const receipt = actor && (await getReceipt(actor, (await params).orderId))
  if (!receipt) return new Response(null, { status: 404 })
  const side = actor.role === 'CONTRACTOR' ? 'CONTRACTOR' : 'EMPLOYER'
  return new Response(new Uint8Array(await receiptPdf(t, receipt, side)), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${receiptName(t, receipt, side).file}"`,
      'cache-control': 'private, no-store',
    },
  })
}
