import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { createAdmin } from './create-admin.ts'
import type { SignUpInput } from './model.ts'
import { verifyPassword } from './passwords.ts'
import { signUp } from './sign-up.ts'

const origin = { ip: '203.0.113.7', userAgent: 'test' }
const person = (over: Partial<SignUpInput> = {}): SignUpInput => ({
  requestKey: newRequestKey(),
  role: 'EMPLOYER',
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct zebra 77 lamp',
  country: '',
  ...over,
})
const jobsOf = (userId: string) => db().$queryRaw<{ task: string; payload: unknown }[]>`
  SELECT tasks.identifier AS task, jobs.payload FROM graphile_worker._private_jobs AS jobs
  JOIN graphile_worker._private_tasks AS tasks ON tasks.id = jobs.task_id
  WHERE jobs.payload->>'userId' = ${userId}`

test('an employer gets a profile, a Customer to come with the job for it, a session, and an audit trail', async () => {
  const result = await signUp(origin, person())
  if (!result.ok) throw new Error(result.error)
  const { userId } = result.value
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    include: { profile: true, customers: true, accounts: true, sessions: true },
  })
  expect(user).toMatchObject({
    email: 'ada@example.com',
    role: 'EMPLOYER',
    profile: { displayName: 'Ada Lovelace' },
  })
  expect(await verifyPassword(user.passwordHash, 'correct zebra 77 lamp')).toBe(true)
  expect(user.customers).toMatchObject([{ livemode: false, stripeCustomerId: null }])
  expect(user.accounts).toEqual([])
  expect(user.sessions).toMatchObject([
    { id: result.value.sessionId, ip: origin.ip, userAgent: 'test', revokedAt: null },
  ])
  expect(await jobsOf(userId)).toEqual([{ task: 'create-customer', payload: { userId } }])
  const audit = await db().auditEvent.findMany({ where: { actorId: userId }, orderBy: { id: 'asc' } })
  expect(audit.map(event => [event.action, event.ip])).toEqual([
    ['user.signed_up', origin.ip],
    ['session.started', origin.ip],
  ])
  expect(JSON.stringify(audit)).not.toContain('zebra')
})

test.each([
  ['US', 'usd'],
  ['GB', 'gbp'],
  ['DE', 'eur'],
  ['FR', 'eur'],
  ['PL', 'pln'],
  ['CA', 'cad'],
])('a contractor in %s gets a connected account to come, in %s', async (country, defaultCurrency) => {
  const result = await signUp(
    origin,
    person({ role: 'CONTRACTOR', country, email: `${country}@example.com` }),
  )
  if (!result.ok) throw new Error(result.error)
  const { userId } = result.value
  const accounts = await db().connectedAccount.findMany({ where: { userId } })
  expect(accounts).toMatchObject([{ country, defaultCurrency, livemode: false, stripeAccountId: null }])
  expect(await db().customer.count({ where: { userId } })).toBe(0)
  expect(await jobsOf(userId)).toEqual([{ task: 'create-account', payload: { userId } }])
})

test('one address is one account, even when two sign up at once; the second leaves nothing behind', async () => {
  const twice = () => signUp(origin, person({ email: 'twice@example.com' }))
  const results = await Promise.all([twice(), twice(), twice()])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.filter(result => !result.ok)).toEqual([
    { ok: false, error: 'email_taken' },
    { ok: false, error: 'email_taken' },
  ])
  const user = await db().user.findUniqueOrThrow({
    where: { email: 'twice@example.com' },
    include: { customers: true },
  })
  expect(user.customers).toHaveLength(1)
  expect(await jobsOf(user.id)).toHaveLength(1)
})

test('one form is one account however often it is sent, and each sending is signed in', async () => {
  const form = person({ email: 'once@example.com' })
  const results = await Promise.all(Array.from({ length: 5 }, () => signUp(origin, form)))
  expect(new Set(results.map(result => (result.ok ? result.value.userId : result.error))).size).toBe(1)
  expect(await db().user.count({ where: { email: 'once@example.com' } })).toBe(1)
  const other = await signUp(origin, { ...form, email: 'other@example.com' })
  expect(other).toEqual({ ok: false, error: 'request_key_reused' })
})

test('a network makes at most 60 accounts an hour', async () => {
  const crowd = { ip: '198.51.100.9', userAgent: 'test' }
  const tries = Array.from({ length: 64 }, (_, i) =>
    signUp(crowd, person({ email: `crowd${i % 4}@example.com` })),
  )
  const results = await Promise.all(tries)
  expect(results.filter(result => !result.ok && result.error === 'too_many_tries')).toHaveLength(4)
})

test('an admin is made by the server alone, and only once', async () => {
  const input = { displayName: 'Grace', email: 'grace@example.com', password: 'correct zebra 77 lamp' }
  const result = await createAdmin(input)
  if (!result.ok) throw new Error(result.error)
  expect(await db().user.findUnique({ where: { id: result.value.userId } })).toMatchObject({ role: 'ADMIN' })
  const [event] = await db().auditEvent.findMany({ where: { subjectId: result.value.userId } })
  expect(event).toMatchObject({ action: 'user.admin_created', actorId: null, actorRole: 'SYSTEM' })
  expect(await createAdmin(input)).toEqual({ ok: false, error: 'email_taken' })
})

test('a contractor whom the platform cannot pay is refused before anything is made of them', async () => {
  const australian = person({ role: 'CONTRACTOR', country: 'AU', email: 'sydney@example.com' })
  expect(await signUp(origin, australian)).toEqual({ ok: false, error: 'country_not_served' })
  expect(await db().user.count({ where: { email: australian.email } })).toBe(0)
  await db().stripePlatform.create({ data: { livemode: false, accountId: 'acct_sydney', country: 'AU' } })
  expect(await signUp(origin, australian)).toMatchObject({ ok: true })
  expect(
    await signUp(origin, person({ role: 'CONTRACTOR', country: 'US', email: 'us@example.com' })),
  ).toEqual({
    ok: false,
    error: 'country_not_served',
  })
})
