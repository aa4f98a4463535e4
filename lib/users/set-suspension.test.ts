import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer } from '../testing/marketplace.ts'
import { getKnownUser } from './get-known-user.ts'
import { readSession } from './read-session.ts'
import { setSuspension } from './set-suspension.ts'
import { signIn } from './sign-in.ts'
import { startSession } from './start-session.ts'

beforeAll(async () => {
  await startLocalStripe()
})

test('a suspension ends every session at once and lets nobody in until it is taken back; by owners alone, never their own', async () => {
  const [owner, finance, employer] = [await newAdmin(), await newAdmin('finance'), await newEmployer()]
  const user = { id: employer.userId, role: 'EMPLOYER' } as const
  const sessions = await db().$transaction(async tx => [
    await startSession(tx, user, employer.origin),
    await startSession(tx, user, employer.origin),
  ])
  const suspend = (by: typeof owner, of: string, suspended = true) =>
    setSuspension(by, { userId: of, suspended, reason: 'A stolen card.' })
  expect(await suspend(finance, employer.userId)).toEqual({ ok: false, error: 'not_found' })
  expect(await suspend(owner, owner.userId)).toEqual({ ok: false, error: 'own_account' })
  expect(await suspend(owner, 'usr_nobody')).toEqual({ ok: false, error: 'not_found' })

  await Promise.all([suspend(owner, employer.userId), suspend(owner, employer.userId)])
  for (const { sessionId } of sessions) expect(await readSession(sessionId)).toBeNull()
  const { email } = await db().user.findUniqueOrThrow({ where: { id: employer.userId } })
  const password = 'correct horse battery staple'
  expect(await signIn(employer.origin, { email, password })).toEqual({ ok: false, error: 'suspended' })
  const known = await getKnownUser(finance, employer.userId)
  expect(known).toMatchObject({ suspendedAt: expect.any(Date), liveSessions: 0, payouts: null })
  expect(await getKnownUser(employer, employer.userId)).toBeNull()

  expectOk(await suspend(owner, employer.userId, false), 'let them in')
  expect(await signIn(employer.origin, { email, password })).toMatchObject({ ok: true })
  const [first] = sessions
  expect(await readSession(first?.sessionId ?? '')).toBeNull()
  const events = await db().auditEvent.findMany({
    where: { subjectId: employer.userId, action: { contains: 'suspended' } },
    orderBy: { id: 'asc' },
  })
  expect(events.map(({ action, after }) => [action, after])).toMatchObject([
    ['user.suspended', { reason: 'A stolen card.' }],
    ['user.unsuspended', { suspendedAt: null }],
  ])
})
