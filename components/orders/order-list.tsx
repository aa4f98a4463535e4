import Link from 'next/link'
import { Money } from '#components/ui/money.tsx'
import type { OrderSummary } from '#lib/orders/model.ts'
import { useWords } from '#words'
import { Moment } from './moment.tsx'
import { OrderStatusBadge } from './order-status-badge.tsx'

type Props = {
  orders: OrderSummary[]
  hrefOf: (order: OrderSummary) => string
  /** Who is named beside the order: the other side, or both for an admin. */
  partiesOf: (order: OrderSummary) => string
}

/** Orders as rows that are links; on a phone each row becomes two lines. */
export function OrderList({ orders, hrefOf, partiesOf }: Props) {
  const t = useWords()
  return (
    <ul aria-label={t('orders.orders')} className="divide-y">
      {orders.map(order => (
        <li key={order.id}>
          <Link
            prefetch={false}
            href={hrefOf(order)}
            className="-outline-offset-2 grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3.5 transition-colors hover:bg-muted/60 sm:grid-cols-[1fr_9.5rem_7.5rem] sm:px-6"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">
                <span className="text-muted-foreground">#{order.number}</span> {order.title}
              </span>
              <span className="block truncate text-muted-foreground">
                {partiesOf(order)} · <Moment at={order.createdAt} style="day" />
              </span>
            </span>
            <span className="col-start-1 row-start-2 sm:col-start-2 sm:row-start-1">
              <OrderStatusBadge status={order.status} />
            </span>
            <span className="text-right font-medium sm:col-start-3">
              <Money value={order} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
