import { db, type Prisma } from '../db.ts'
import type { Actor } from './model.ts'

/** Whose pictures somebody may see: their own, that of every contractor, and that of whom they have an order with; admins all. */
function visiblePictures({ userId, role }: Actor): Prisma.ProfilePictureWhereInput {
  if (role === 'ADMIN') return {}
  const partner = {
    OR: [{ placedOrders: { some: { contractorId: userId } } }, { role: 'CONTRACTOR' as const }],
  }
  return { OR: [{ userId }, { user: role === 'EMPLOYER' ? { role: 'CONTRACTOR' } : partner }] }
}

/** Where somebody's picture is, if they have one that the actor may see. Another picture has another address. */
export async function getPictureUrl(actor: Actor, userId: string): Promise<string | null> {
  const where = { AND: [visiblePictures(actor), { userId }] }
  const picture = await db().profilePicture.findFirst({ where, select: { digest: true } })
  return picture && pictureUrl(userId, picture.digest)
}

export const pictureUrl = (userId: string, digest: string): string =>
  `/api/people/${userId}/picture?v=${digest}`

/** Somebody's picture as WebP; null where there is none, or the actor may not see it. */
export async function readPicture(
  actor: Actor,
  userId: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer> } | null> {
  const where = { AND: [visiblePictures(actor), { userId }] }
  return db().profilePicture.findFirst({ where, select: { bytes: true } })
}
