import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { transaction } from '../db.ts'
import type { Actor } from '../users/model.ts'

const MOVES = { publish: 'published', unpublish: 'unpublished' } as const

/** Puts the actor's own listing into a state, once: what is already so stays as it is. */
export async function moveListing(actor: Actor, listingId: string, move: keyof typeof MOVES): Promise<void> {
  const status = MOVES[move]
  await transaction(async tx => {
    await tx.$queryRaw`SELECT id FROM listings WHERE id = ${listingId} FOR UPDATE`
    const own = { id: listingId, contractorId: actor.userId, status: { not: status } }
    const row = await tx.listing.findFirst({ where: own, select: { status: true } })
    if (!row) return
    const data = { status, ...(move === 'publish' ? { publishedAt: now() } : {}) }
    await tx.listing.update({ where: { id: listingId }, data })
    await recordAuditEvent(tx, actor, {
      action: `listing.${move}`,
      subject: { type: 'listing', id: listingId },
      before: { status: row.status },
      after: { status },
    })
  })
}
