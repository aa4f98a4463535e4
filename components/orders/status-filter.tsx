import { TabLinks } from '#components/ui/tab-links.tsx'
import { ORDER_STATUS_WORDS, ORDER_STATUSES } from '#lib/orders/model.ts'
import { useWords } from '#words'
import { addressOf } from './address.ts'

type Props = { path: string; parameters: Record<string, string | undefined> }

/** One tab per status, each an address that keeps what else is asked for. */
export function StatusFilter({ path, parameters }: Props) {
  const t = useWords()
  const href = (status?: string) => addressOf(path, { ...parameters, status })
  const tabs = ORDER_STATUSES.map(each => ({
    href: href(each),
    label: t.say(ORDER_STATUS_WORDS[each].label),
  }))
  return (
    <TabLinks
      label={t('orders.filterByStatus')}
      tabs={[{ href: href(), label: t('orders.all') }, ...tabs]}
      current={href(parameters.status)}
    />
  )
}
