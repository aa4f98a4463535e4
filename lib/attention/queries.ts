import { db } from '../db.ts'
import { cutPage, keyset } from '../keyset.ts'
import type { Actor } from '../users/model.ts'
import { ATTENTION_KINDS, type AttentionGroup, type AttentionKind, type DiscrepancyView } from './model.ts'
import { disagreements, disputes, failedRefunds, holdsEnding, objections, stuck } from './order-sources.ts'
import { livemode, type Source } from './source.ts'
import { deadEvents, discrepancies, failedMails, failedPayouts } from './system-sources.ts'

const SOURCES: Record<AttentionKind, () => Source> = {
  disagreement: disagreements,
  objection: objections,
  dispute: disputes,
  discrepancy: discrepancies,
  stuck,
  failed_refund: failedRefunds,
  failed_payout: failedPayouts,
  dead_event: deadEvents,
  failed_mail: failedMails,
  hold_ending: holdsEnding,
}

/** Everything that waits for an admin, by kind, the most pressing kinds first; kinds with nothing are left out. */
export async function listAttention(actor: Actor): Promise<AttentionGroup[]> {
  if (actor.role !== 'ADMIN') return []
  const groups = await Promise.all(
    ATTENTION_KINDS.map(async kind => {
      const source = SOURCES[kind]()
      const [count, items] = await Promise.all([source.count(), source.items()])
      return { kind, count, items }
    }),
  )
  return groups.filter(({ count }) => count > 0)
}

const PAGE_SIZE = 50

/** A page of differences between ledger and Stripe: those that are there now, or those that are gone. Newest first. */
export async function listDiscrepancies(
  actor: Actor,
  input: { isOpen: boolean; cursor?: string | undefined },
): Promise<{ discrepancies: DiscrepancyView[]; nextCursor: string | null }> {
  if (actor.role !== 'ADMIN') return { discrepancies: [], nextCursor: null }
  const paging = keyset(null, input.cursor)
  const rows = await db().discrepancy.findMany({
    where: {
      AND: [{ livemode: livemode(), resolvedAt: input.isOpen ? null : { not: null } }, paging.where],
    },
    orderBy: paging.orderBy,
    take: PAGE_SIZE + 1,
  })
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, paging)
  return { discrepancies: page, nextCursor }
}
