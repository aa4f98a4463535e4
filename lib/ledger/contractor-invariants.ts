import { Prisma } from '../db.ts'
import { debited, type Invariant } from './invariant.ts'

/** What must hold of money that is taken from contractors and given back to them. */
export const CONTRACTOR_INVARIANTS: Invariant[] = [
  {
    name: 'recoveries-posted',
    words: 'Every recovery that succeeded is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount) AS detail FROM recoveries s WHERE s.livemode = ${livemode}
      AND CASE s.status WHEN 'succeeded' THEN s.amount ELSE 0 END <> coalesce(${debited('recovery', 'platform_balance')}, 0)`,
  },
  {
    name: 'retransfers-posted',
    words: 'Every transfer that was made again is in the ledger with its amount, and no other is.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' ', s.amount) AS detail FROM retransfers s WHERE s.livemode = ${livemode}
      AND CASE s.status WHEN 'succeeded' THEN s.amount + s.commission_kept ELSE 0 END
        <> coalesce(${debited('retransfer', 'contractor_balance')}, 0)`,
  },
  {
    name: 'failed-refunds-given-back',
    words:
      'What a refund took from a contractor is on its way back to them when it failed, and not otherwise.',
    breaches: livemode => Prisma.sql`
      SELECT s.id, concat(s.status, ' took ', s.amount_reversed, ' less ', s.commission_refunded, ', gives ', r.amount) AS detail
      FROM refunds s LEFT JOIN retransfers r ON r.refund_id = s.id WHERE s.livemode = ${livemode}
      AND CASE WHEN s.status IN ('failed', 'canceled') THEN greatest(s.amount_reversed - s.commission_refunded, 0) ELSE 0 END
        <> coalesce(r.amount, 0)`,
  },
]
