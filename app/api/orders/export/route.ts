import { readListAddress } from '#components/orders/list-address.ts'
import { csvResponse } from '#lib/csv-response.ts'
import { getWords } from '#lib/i18n/request.ts'
import { EXPORT_COLUMNS, exportOrders } from '#lib/orders/export-orders.ts'
import { listOrdersInput } from '#lib/orders/model.ts'
import { currentViewer } from '#lib/users/current-actor.ts'

/** The orders that a list with the same address shows, all pages of it, as CSV. It is sent while it is read. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentViewer()
  if (!actor) return new Response((await getWords())('orders.signInToExport'), { status: 401 })
  const { input } = readListAddress(listOrdersInput, Object.fromEntries(new URL(request.url).searchParams))
  const rows = exportOrders(actor, { ...input, cursor: undefined })
  const day = new Date().toISOString().slice(0, 10)
  return csvResponse({ file: `orders-${day}.csv`, columns: EXPORT_COLUMNS, rows })
}
