import { beforeEach, expect, test } from 'vitest'
import { db } from '../db.ts'
import { aPerson, type NewPerson } from '../testing/sign-up.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { readSession } from './read-session.ts'
import { deviceOf } from './session-model.ts'
import { listSessions } from './session-queries.ts'
import { signIn } from './sign-in.ts'

let person: NewPerson
beforeEach(async () => {
  person = await aPerson()
})

async function elsewhere(userAgent = 'curl/8.0'): Promise<string> {
  const session = await signIn({ ip: '198.51.100.4', userAgent }, person)
  if (!session.ok) throw new Error(session.error)
  return session.value.sessionId
}

test('one sees one’s own devices, this one first, and none that is over', async () => {
  const { sessionId } = person.actor
  const other = await elsewhere()
  const [over, idle] = [await elsewhere(), await elsewhere()]
  await db().session.update({ where: { id: over }, data: { expiresAt: new Date() } })
  const longAgo = new Date(Date.now() - 121 * 60_000)
  await db().session.update({ where: { id: idle }, data: { lastSeenAt: longAgo } })
  await aPerson()
  expect(await listSessions(person.actor)).toMatchObject([
    { id: sessionId, device: { browser: 'Firefox', system: 'Linux' }, isThis: true },
    { id: other, device: { browser: 'curl', system: null }, ip: '198.51.100.4', isThis: false },
  ])
})

test('one ends one of them or all others, dead from the next request on, and never somebody else’s', async () => {
  const [one, two] = [await elsewhere(), await elsewhere()]
  const stranger = await aPerson()
  await endSession(stranger.actor, { sessionId: one })
  await endOtherSessions(stranger.actor)
  expect(await readSession(one)).not.toBeNull()

  await endSession(person.actor, { sessionId: one })
  expect([await readSession(one), (await readSession(two))?.userId]).toEqual([null, person.actor.userId])
  expect(await endOtherSessions(person.actor)).toEqual({ ok: true, value: 1 })
  expect(await readSession(two)).toBeNull()
  expect(await readSession(person.actor.sessionId)).not.toBeNull()
  const revoked = { action: 'session.revoked', actorId: person.actor.userId }
  expect(await db().auditEvent.count({ where: revoked })).toBe(2)
})

test.each([
  [
    '(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge',
    'Windows',
  ],
  ['(iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone'],
  [
    '(Linux; Android 15; SM-S928B) SamsungBrowser/27.0 Chrome/125.0 Safari/537.36',
    'Samsung Internet',
    'Android',
  ],
  ['(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome', 'Mac'],
  ['(X11; FreeBSD) Firefox/140.0', 'Firefox', null],
  ['<script>alert(1)</script>', null, null],
  ['', null, null],
])('Mozilla/5.0 %s is %s on %s', (userAgent, browser, system) => {
  expect(deviceOf(`Mozilla/5.0 ${userAgent}`)).toEqual({ browser, system })
})
