import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { readOrderAddress } from '#components/orders/order-address.ts'
import { EXPORT_COLUMNS, exportOrders } from '#lib/orders/export-orders.ts'
import { currentActor } from '#lib/users/current-actor.ts'

/** What spreadsheets need to read UTF-8 as such. */
const BYTE_ORDER_MARK = true

/** The orders that a list with the same address shows, all pages of it, as CSV. It is sent while it is read. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return new Response('Sign in to export orders.', { status: 401 })
  const { input } = readOrderAddress(Object.fromEntries(new URL(request.url).searchParams))
  // A cell that begins like a formula would be run by a spreadsheet.
  const csv = stringify({
    header: true,
    columns: [...EXPORT_COLUMNS],
    bom: BYTE_ORDER_MARK,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
  const source = Readable.from(exportOrders(actor, { ...input, cursor: undefined }))
  source.on('error', error => csv.destroy(error))
  csv.on('close', () => source.destroy())
  const day = new Date().toISOString().slice(0, 10)
  return new Response(Readable.toWeb(source.pipe(csv)) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="orders-${day}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
