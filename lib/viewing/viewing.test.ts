import { beforeAll, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { db, transaction } from '../db.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newParties } from '../testing/marketplace.ts'
import type { Actor, AdminRole } from '../users/model.ts'
import { readSession } from '../users/read-session.ts'
import { startSession } from '../users/start-session.ts'
import { startViewing } from './start-viewing.ts'
import { stopViewing } from './stop-viewing.ts'

let contractor: Actor
beforeAll(async () => {
  await startLocalStripe()
  contractor = (await newParties()).contractor
})

/** Somebody with a sign-in of their own. */
async function signedIn(actor: Actor): Promise<Actor & { sessionId: string }> {
  const { sessionId } = await transaction(tx =>
    startSession(tx, { id: actor.userId, role: actor.role }, actor.origin),
  )
  return { ...actor, sessionId }
}

const anAdmin = async (role: AdminRole) => signedIn(await newAdmin(role))
const viewedIn = async ({ sessionId }: { sessionId: string }) =>
  (await readSession(sessionId))?.viewed?.userId ?? null
const reason = 'They say the page shows no payout.'
const actions = async (actorId: string) =>
  (
    await db().auditEvent.findMany({
      where: { actorId, action: { startsWith: 'user.view' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, subjectId, after }) => ({
    action,
    subjectId,
    reason: (after as { reason?: string }).reason,
  }))

test('an admin looks at somebody until they stop, and both are in the audit log with the reason', async () => {
  const admin = await anAdmin('support')
  const { userId } = contractor
  expect(await startViewing(admin, { userId, reason })).toEqual({ ok: true })
  expect(await readSession(admin.sessionId)).toMatchObject({
    userId: admin.userId,
    viewed: { userId, role: 'CONTRACTOR' },
  })
  expect(await stopViewing(admin)).toBe(userId)
  expect(await stopViewing(admin)).toBeNull()
  expect(await viewedIn(admin)).toBeNull()
  expect(await actions(admin.userId)).toEqual([
    { action: 'user.view_started', subjectId: userId, reason },
    { action: 'user.view_ended', subjectId: userId },
  ])
})

test('it ends by itself: after its time, with the admin’s role, and with the account that is looked at', async () => {
  const { userId } = contractor
  const [late, former] = [await anAdmin('finance'), await anAdmin('finance')]
  for (const admin of [late, former]) await startViewing(admin, { userId, reason })
  expect(await viewedIn(late)).toBe(userId)
  await db().session.update({
    where: { id: late.sessionId },
    data: { viewingUntil: new Date(now().getTime() - 1) },
  })
  expect(await viewedIn(late)).toBeNull()
  await db().user.update({ where: { id: former.userId }, data: { role: 'EMPLOYER', adminRole: null } })
  expect(await viewedIn(former)).toBeNull()

  const { employer } = await newParties()
  const admin = await anAdmin('owner')
  await startViewing(admin, { userId: employer.userId, reason })
  expect(await viewedIn(admin)).toBe(employer.userId)
  await db().user.update({ where: { id: employer.userId }, data: { deletedAt: now() } })
  expect(await viewedIn(admin)).toBeNull()
})

test('nobody but an admin looks at others, never at an admin or nobody, and never with another’s sign-in', async () => {
  const refused = { ok: false, error: 'not_found' }
  const [admin, other, employer] = [
    await anAdmin('owner'),
    await anAdmin('owner'),
    await signedIn(contractor),
  ]
  const { userId } = contractor
  expect(await startViewing(employer, { userId: (await newParties()).employer.userId, reason })).toEqual(
    refused,
  )
  expect(await startViewing(admin, { userId: other.userId, reason })).toEqual(refused)
  expect(await startViewing(admin, { userId: 'usr_nobody', reason })).toEqual(refused)
  expect(await startViewing({ ...admin, sessionId: other.sessionId }, { userId, reason })).toEqual(refused)
  expect(await stopViewing({ ...admin, sessionId: other.sessionId })).toBeNull()
  expect(await actions(admin.userId)).toEqual([])
})
