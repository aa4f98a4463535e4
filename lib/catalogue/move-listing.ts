import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import type { Actor } from '../users/model.ts'

const MOVES = { publish: 'published', unpublish: 'unpublished' } as const

/** Puts the actor's own listing into a state, once: what is already so stays as it is. */
export async function moveListing(actor: Actor, listingId: string, move: keyof typeof MOVES): Promise<void> {
  const status = MOVES[move]
  await transaction(async tx => {
    const { count } = await tx.listing.updateMany({
      where: { id: listingId, contractorId: actor.userId, status: { not: status } },
      data: { status, ...(move === 'publish' ? { publishedAt: now() } : {}) },
    })
    if (count === 0) return
    const subject = { type: 'listing', id: listingId }
    await recordAuditEvent(tx, actor, { action: `listing.${move}`, subject })
  })
}
