import { db } from '../db.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { Actor } from '../users/model.ts'
import type { MessageView } from './model.ts'

const LISTED_MAX = 500

/** An order's messages, oldest first: for its parties and for admins. */
export async function listMessages(actor: Actor, orderId: string): Promise<MessageView[]> {
  const rows = await db().orderMessage.findMany({
    where: { orderId, order: visibleTo(actor) },
    select: {
      id: true,
      authorId: true,
      text: true,
      createdAt: true,
      author: { select: { profile: { select: { displayName: true } } } },
      files: { select: { id: true, name: true, byteCount: true }, orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'desc' },
    take: LISTED_MAX,
  })
  return rows.reverse().map(({ author, authorId, ...message }) => ({
    ...message,
    authorName: author.profile?.displayName ?? '',
    isOwn: authorId === actor.userId,
  }))
}

/** A file of an order that the actor may see; null otherwise. */
export async function readFile(
  actor: Actor,
  orderId: string,
  fileId: string,
): Promise<{ name: string; mimeType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  return db().orderFile.findFirst({
    where: { id: fileId, message: { orderId, order: visibleTo(actor) } },
    select: { name: true, mimeType: true, bytes: true },
  })
}
