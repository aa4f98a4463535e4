import { Prisma } from '../db.ts'
import type { NotificationData, NotificationKind } from '../notifications/model.ts'
import { noticeInsert } from '../notifications/notify.ts'
import type { OrderEventBy } from './record-order-event.ts'

const EMPLOYER = Prisma.sql`o.employer_id`
const CONTRACTOR = Prisma.sql`o.contractor_id`

type Telling = { kind: NotificationKind; to: Prisma.Sql[]; withMoneyOnly?: true }

/** Which lines of an order's history are told to whom. Who did something is not told that they did. */
const TOLD: Record<string, Telling> = {
  hold: { kind: 'hold_placed', to: [CONTRACTOR] },
  deliver: { kind: 'delivered', to: [EMPLOYER] },
  request_changes: { kind: 'changes_requested', to: [CONTRACTOR] },
  take_back: { kind: 'delivery_taken_back', to: [EMPLOYER] },
  capture: { kind: 'captured', to: [EMPLOYER, CONTRACTOR] },
  expire: { kind: 'hold_expired', to: [EMPLOYER, CONTRACTOR] },
  // An order that is canceled before any money was held ends nobody's hold.
  cancel: { kind: 'hold_released', to: [EMPLOYER, CONTRACTOR], withMoneyOnly: true },
  hold_renewed: { kind: 'hold_renewed', to: [CONTRACTOR] },
  refund_succeeded: { kind: 'refunded', to: [EMPLOYER] },
  refund_failed: { kind: 'refund_failed', to: [EMPLOYER] },
  retransfer_succeeded: { kind: 'given_back', to: [CONTRACTOR] },
  recovery_returned: { kind: 'given_back', to: [CONTRACTOR] },
  dispute_won: { kind: 'dispute_won', to: [CONTRACTOR] },
  disagreement_settled: { kind: 'disagreement_settled', to: [EMPLOYER, CONTRACTOR] },
  dispute_lost: { kind: 'dispute_lost', to: [CONTRACTOR] },
}

/** The sums and moments of a line; never its note, which is for the order's page. */
function dataOf({
  amount,
  commission,
  currency,
  until,
}: NonNullable<OrderEventBy['data']>): NotificationData {
  return { amount, commission, currency, until } as NotificationData
}

/** Parts of a `WITH`, after one called `told` that wrote the line (`order_id`, `id`): its parties' notifications, once for each line. */
export function tellParties(kind: string, { data = {} }: OrderEventBy): Prisma.Sql {
  const telling = Object.hasOwn(TOLD, kind) ? TOLD[kind] : undefined
  if (!telling || (telling.withMoneyOnly && data.amount === undefined)) return Prisma.empty
  const from = Prisma.sql`FROM told t JOIN orders o ON o.id = t.order_id`
  const parts = telling.to.map((recipientId, index) => {
    const fact = Prisma.sql`'order_event:' || t.id`
    const notice = { kind: telling.kind, data: dataOf(data), recipientId, fact, orderId: Prisma.sql`o.id` }
    return Prisma.sql`, ${Prisma.raw(`noticed_${index}`)} AS (${noticeInsert(notice, from)})`
  })
  return Prisma.sql`${Prisma.join(parts, '')}`
}
