import { beforeAll, expect, test } from 'vitest'
import { db, transaction } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { getViewer } from '../users/queries.ts'
import { markAllRead } from './mark-all-read.ts'
import { markUnread } from './mark-unread.ts'
import { notify } from './notify.ts'
import { countMarkedRead } from './queries.ts'

beforeAll(async () => {
  await startLocalStripe()
})

/** Tells somebody something; returns the newest notification's id. */
async function tell({ userId: recipientId }: Actor): Promise<string> {
  const notice = { kind: 'message', fact: `test:${newRequestKey()}`, orderId: null, data: {} } as const
  await transaction(tx => notify(tx, { ...notice, recipientId }))
  const newest = await db().notification.findFirstOrThrow({ where: { recipientId }, orderBy: { id: 'desc' } })
  return newest.id
}

test('what was marked as read at once is unread again, and nothing that was read before, or is somebody else’s', async () => {
  const [actor, stranger] = [await newEmployer(), await newEmployer()]
  const unread = async () => (await getViewer(actor)).unread
  expectOk(await markAllRead(actor, { upTo: await tell(actor) }), 'mark the first')
  await tell(actor)
  const { at } = expectOk(await markAllRead(actor, { upTo: await tell(actor) }), 'mark two more')
  await tell(actor)
  expect([await unread(), await countMarkedRead(actor, at)]).toEqual([1, 2])

  expect(await countMarkedRead(stranger, at)).toBe(0)
  await markUnread(stranger, { at })
  expect(await unread()).toBe(1)
  await Promise.all([markUnread(actor, { at }), markUnread(actor, { at })])
  expect([await unread(), await countMarkedRead(actor, at)]).toEqual([3, 0])
})
