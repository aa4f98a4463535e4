import { now } from '../clock.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { notify } from '../notifications/notify.ts'
import { visibleTo } from '../orders/visible-to.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { keptFile } from './keep-file.ts'
import {
  FILE_BYTES_MAX,
  FILES_BYTES_MAX,
  MESSAGE_FILES_MAX,
  type MessageErrorCode,
  type SendMessageInput,
  type SentFile,
} from './model.ts'

type Sent = Result<{ messageId: string }, MessageErrorCode>

function refusalOf(files: SentFile[]): MessageErrorCode | null {
  if (files.length > MESSAGE_FILES_MAX) return 'too_many_files'
  const sizes = files.map(({ bytes }) => bytes.length)
  const isTooLarge =
    sizes.some(size => size > FILE_BYTES_MAX) || sizes.reduce((sum, size) => sum + size, 0) > FILES_BYTES_MAX
  return isTooLarge ? 'too_large' : null
}

/** The message that this form has already sent, if any. */
async function alreadySent(
  actor: Actor,
  { orderId, requestKey, text }: SendMessageInput,
): Promise<Sent | null> {
  const row = await db().orderMessage.findUnique({
    where: { authorId_requestKey: { authorId: actor.userId, requestKey } },
  })
  if (!row) return null
  return row.orderId === orderId && row.text === text ? ok({ messageId: row.id }) : fail('request_key_reused')
}

async function insert(
  actor: Actor,
  { orderId, requestKey, text }: SendMessageInput,
  recipientId: string,
  files: SentFile[],
): Promise<string> {
  const id = newId('msg')
  const kept = await Promise.all(files.map(keptFile))
  await transaction(async tx => {
    await tx.orderMessage.create({
      data: { id, orderId, authorId: actor.userId, requestKey, text, createdAt: now() },
    })
    for (const file of kept) await tx.orderFile.create({ data: { id: newId('fil'), messageId: id, ...file } })
    await notify(tx, { kind: 'message', recipientId, fact: `message:${id}`, orderId, data: {} })
  })
  return id
}

/**
 * One party of an order writes to the other, with files or without. The other one is told, without the words themselves. Sending
 * the same form again is the same message.
 */
export async function sendMessage(actor: Actor, input: SendMessageInput, files: SentFile[]): Promise<Sent> {
  if (actor.role === 'ADMIN') return fail('not_found')
  const order = await db().order.findFirst({
    where: { AND: [visibleTo(actor), { id: input.orderId }] },
    select: { employerId: true, contractorId: true },
  })
  if (!order) return fail('not_found')
  const refusal = refusalOf(files)
  if (refusal) return fail(refusal)
  const before = await alreadySent(actor, input)
  if (before) return before
  const recipientId = order.employerId === actor.userId ? order.contractorId : order.employerId
  try {
    return ok({ messageId: await insert(actor, input, recipientId, files) })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await alreadySent(actor, input)) ?? fail('request_key_reused')
  }
}
