import { TabLinks } from '#components/ui/tab-links.tsx'
import { ORDER_STATUS_WORDS, ORDER_STATUSES } from '#lib/orders/model.ts'
import { addressOf } from './address.ts'

type Props = { path: string; parameters: Record<string, string | undefined> }

/** One tab per status, each an address that keeps what else is asked for. */
export function StatusFilter({ path, parameters }: Props) {
  const href = (status?: string) => addressOf(path, { ...parameters, status })
  const tabs = ORDER_STATUSES.map(each => ({ href: href(each), label: ORDER_STATUS_WORDS[each].label }))
  return (
    <TabLinks
      label="Filter by status"
      tabs={[{ href: href(), label: 'All' }, ...tabs]}
      current={href(parameters.status)}
    />
  )
}
