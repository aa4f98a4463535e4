import { dueAt, type OrderDetail } from '#lib/orders/model.ts'
import { useWords } from '#words'
import { Moment } from './moment.tsx'

/** When the work is due, or from when on the days count; nothing where none were promised. */
export function DueDate({ order }: { order: OrderDetail }) {
  const t = useWords()
  if (order.deliveryDays === null) return null
  const due = dueAt(order)
  return (
    <p className="mt-4 text-muted-foreground">
      {due
        ? t.rich('orders.dueByMoment', { moment: <Moment at={due} style="day" /> })
        : t('orders.toBeDeliveredWithinDays', { days: order.deliveryDays })}
    </p>
  )
}
