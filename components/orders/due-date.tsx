import { dueAt, type OrderDetail } from '#lib/orders/model.ts'
import { Moment } from './moment.tsx'

/** When the work is due, or from when on the days count; nothing where none were promised. */
export function DueDate({ order }: { order: OrderDetail }) {
  if (order.deliveryDays === null) return null
  const due = dueAt(order)
  const days = order.deliveryDays === 1 ? '1 day' : `${order.deliveryDays} days`
  return (
    <p className="mt-4 text-muted-foreground">
      {due ? (
        <>
          Due by <Moment at={due} style="day" />
        </>
      ) : (
        `To be delivered within ${days} of the hold`
      )}
    </p>
  )
}
