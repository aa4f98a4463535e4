import { readListAddress } from '#components/orders/list-address.ts'
import { csvResponse } from '#lib/csv-response.ts'
import { toDecimal } from '#lib/money.ts'
import { exportRecords } from '#lib/records/list-records.ts'
import { isListName, type ListName, type ListRecordsInput, listRecordsInput } from '#lib/records/model.ts'
import { adminFile } from '#lib/users/admin-file.ts'
import type { Actor } from '#lib/users/model.ts'

const COLUMNS = ['id', 'at', 'state', 'what', 'who', 'stripe_id', 'currency', 'amount'] as const

async function* rows(actor: Actor, list: ListName, input: ListRecordsInput) {
  for await (const { id, at, status, about, who, stripeId, amount, currency } of exportRecords(
    actor,
    list,
    input,
  ))
    yield {
      ...{ id, at: at.toISOString(), state: status, what: about, who },
      stripe_id: stripeId ?? '',
      currency: currency?.toUpperCase() ?? '',
      amount: amount !== null && currency ? toDecimal({ amount, currency }) : '',
    }
}

/** The rows that a list with the same address shows, all pages of it, as CSV. It is sent while it is read. */
export const GET = adminFile('/admin/lists/[list]/export', (actor, parameters, { list = '' }) => {
  if (!isListName(list)) return new Response(null, { status: 404 })
  const { input } = readListAddress(listRecordsInput, parameters)
  const file = `${list}-${new Date().toISOString().slice(0, 10)}.csv`
  return csvResponse({ file, columns: COLUMNS, rows: rows(actor, list, input), decimals: ['amount'] })
})
