import { TabLinks } from '#components/ui/tab-links.tsx'
import { ORDER_STATUS_WORDS, ORDER_STATUSES, type OrderStatus } from '#lib/orders/model.ts'
import { addressOf } from './address.ts'

/** One tab per status, each an address that keeps the search. */
export function StatusFilter({ path, q, status }: { path: string; q?: string; status?: OrderStatus }) {
  const href = (chosen?: OrderStatus) => addressOf(path, { status: chosen, q })
  const tabs = ORDER_STATUSES.map(each => ({ href: href(each), label: ORDER_STATUS_WORDS[each].label }))
  return (
    <TabLinks
      label="Filter by status"
      tabs={[{ href: href(), label: 'All' }, ...tabs]}
      current={href(status)}
    />
  )
}
