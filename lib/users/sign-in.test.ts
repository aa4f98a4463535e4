import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { readSession } from './read-session.ts'
import { setSignIn } from './set-sign-in.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signUp } from './sign-up.ts'

const password = 'correct zebra 77 lamp'
let people = 0
let email: string
let userId: string
let origin: { ip: string; userAgent: string }

beforeEach(async () => {
  people++
  email = `person${people}@example.com`
  origin = { ip: `203.0.113.${people}`, userAgent: 'test' }
  const result = await signUp(origin, {
    requestKey: newRequestKey(),
    role: 'EMPLOYER',
    displayName: 'Ada',
    email,
    password,
    country: '',
  })
  if (!result.ok) throw new Error(result.error)
  userId = result.value.userId
})

const wrong = (address = email, from = origin) => signIn(from, { email: address, password: 'wrong' })
const right = (from = origin) => signIn(from, { email, password })
const session = async () => {
  const result = await right()
  if (!result.ok) throw new Error(result.error)
  return result.value.sessionId
}

describe('signing in', () => {
  test('begins a session of its own and leaves an audit event', async () => {
    const [one, other] = [await session(), await session()]
    expect(one).not.toBe(other)
    const asKnown = {
      adminRole: null,
      language: null,
      timeZone: '',
      hasSecondFactor: false,
      isVerified: false,
      viewed: null,
    }
    expect(await readSession(one)).toEqual({ userId, role: 'EMPLOYER', ...asKnown })
    const events = await db().auditEvent.findMany({ where: { subjectId: one } })
    expect(events).toMatchObject([{ action: 'session.started', actorId: userId, ip: origin.ip }])
  })

  test('tells a wrong password and an unknown address apart for nobody', async () => {
    expect(await wrong()).toEqual({ ok: false, error: 'wrong_credentials' })
    expect(await wrong('nobody@example.com')).toEqual({ ok: false, error: 'wrong_credentials' })
  })

  test('tells somebody suspended so only after the right password', async () => {
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } })
    expect(await wrong()).toEqual({ ok: false, error: 'wrong_credentials' })
    expect(await right()).toEqual({ ok: false, error: 'suspended' })
  })
})

describe('tries', () => {
  test('of one account: five a minute, exactly, from wherever and however many at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, i) => wrong(email, { ...origin, ip: `198.51.100.${i}` })),
    )
    expect(results.filter(result => !result.ok && result.error === 'wrong_credentials')).toHaveLength(5)
    expect(results.filter(result => !result.ok && result.error === 'too_many_tries')).toHaveLength(55)
    expect(await right()).toEqual({ ok: false, error: 'too_many_tries' })
  })

  test('of one network: twenty a minute, exactly, whatever the accounts', async () => {
    const results = await Promise.all(Array.from({ length: 60 }, (_, i) => wrong(`nobody${i}@example.com`)))
    expect(results.filter(result => !result.ok && result.error === 'wrong_credentials')).toHaveLength(20)
    expect(await right()).toEqual({ ok: false, error: 'too_many_tries' })
    expect((await right({ ...origin, ip: '192.0.2.200' })).ok).toBe(true)
  })

  test('that were right are not counted', async () => {
    for (let i = 0; i < 8; i++) expect((await right()).ok).toBe(true)
  })

  test('are forgiven after a minute, and not before', async () => {
    for (let i = 0; i < 6; i++) await wrong()
    const kept = await db().rateLimit.findMany({ where: { key: { startsWith: 'sign-in' } } })
    for (const { expire } of kept) expect(Number(expire) - Date.now()).toBeLessThanOrEqual(60_000)
    expect(await right()).toEqual({ ok: false, error: 'too_many_tries' })
    await db().rateLimit.updateMany({ data: { expire: Date.now() - 1 } })
    expect((await right()).ok).toBe(true)
  })

  test('keep no e-mail address', async () => {
    await wrong()
    const kept = await db().rateLimit.findMany()
    expect(JSON.stringify(kept.map(row => row.key))).not.toContain('person')
  })
})

describe('a session', () => {
  test('is dead from the next request on once signed out, and the other one lives', async () => {
    const [one, other] = [await session(), await session()]
    await signOut(one, origin)
    expect(await readSession(one)).toBeNull()
    expect(await readSession(other)).not.toBeNull()
    await signOut(one, origin)
    const events = await db().auditEvent.findMany({ where: { subjectId: one, action: 'session.revoked' } })
    expect(events).toHaveLength(1)
  })

  test('is over after twelve hours, however busy', async () => {
    const id = await session()
    const { createdAt, expiresAt } = await db().session.findUniqueOrThrow({ where: { id } })
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(12 * 3600 * 1000)
    await db().session.update({ where: { id }, data: { expiresAt: new Date() } })
    expect(await readSession(id)).toBeNull()
  })

  test('is over after two idle hours, and each use begins them anew', async () => {
    const id = await session()
    const idleFor = (minutes: number) =>
      db().session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) } })
    await idleFor(119)
    expect(await readSession(id)).not.toBeNull()
    const { lastSeenAt } = await db().session.findUniqueOrThrow({ where: { id } })
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(60_000)
    await idleFor(121)
    expect(await readSession(id)).toBeNull()
  })

  test('ends with a suspension, and takes a changed role at once', async () => {
    const id = await session()
    await db().user.update({ where: { id: userId }, data: { role: 'CONTRACTOR' } })
    expect(await readSession(id)).toMatchObject({ userId, role: 'CONTRACTOR' })
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } })
    expect(await readSession(id)).toBeNull()
  })

  test('that never was is nobody’s', async () => {
    expect(await readSession('ses_00000000000000000000000000')).toBeNull()
    expect(await readSession('')).toBeNull()
  })
})

test('an operator gives a lost account a password and an address, and it is signed out everywhere', async () => {
  const before = await session()
  const set = { account: userId, email: `new-${email}`, password: 'another zebra 78 lamp' }
  expect(await setSignIn({ ...set, account: 'usr_nobody' })).toEqual({ ok: false, error: 'not_found' })
  expect(await setSignIn(set)).toEqual({ ok: true, value: { email: set.email } })
  expect(await readSession(before)).toBeNull()
  expect(await right()).toEqual({ ok: false, error: 'wrong_credentials' })
  expect(await signIn(origin, set)).toMatchObject({ ok: true })
  const [other] = await db().user.findMany({ where: { id: { not: userId } }, take: 1 })
  if (other)
    expect(await setSignIn({ ...set, email: other.email })).toEqual({ ok: false, error: 'email_taken' })
})
