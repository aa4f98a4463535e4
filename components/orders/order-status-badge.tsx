import { Badge, type Tone } from '#components/ui/badge.tsx'
import { ORDER_STATUS_WORDS, type OrderStatus } from '#lib/orders/model.ts'
import { useWords } from '#words'

const TONES: Record<OrderStatus, Tone> = {
  placed: 'warning',
  held: 'info',
  delivered: 'primary',
  approved: 'info',
  completed: 'success',
  canceled: 'neutral',
}

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useWords()
  return (
    <Badge tone={TONES[status]} dot title={t.say(ORDER_STATUS_WORDS[status].meaning)}>
      {t.say(ORDER_STATUS_WORDS[status].label)}
    </Badge>
  )
}
