import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeVerified } from '../demo/arrange-verified.ts'
import { newRequestKey } from '../ids.ts'
import { linkTo, mailsTo } from '../testing/account-mail.ts'
import { aPerson, type NewPerson } from '../testing/sign-up.ts'
import { changePassword } from './change-password.ts'
import { readSession } from './read-session.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'
import { signIn } from './sign-in.ts'

const newPassword = 'another zebra 78 lamp'
let person: NewPerson
beforeEach(async () => {
  await db().rateLimit.deleteMany()
  person = await aPerson()
  await arrangeVerified(person.actor.userId)
})

const ask = (email = person.email) => requestPasswordReset(person.actor.origin, { email })
const reset = (token: string, password = newPassword) =>
  resetPassword(person.actor.origin, { token, newPassword: password })
const enter = (password: string) => signIn(person.actor.origin, { email: person.email, password })
const link = async () => {
  await ask()
  return linkTo(person.email)
}

describe('a forgotten password', () => {
  test('is replaced by a link in a mail, which ends every session, is told, and is written down', async () => {
    expect((await reset(await link())).ok).toBe(true)
    expect(await readSession(person.actor.sessionId)).toBeNull()
    expect(await enter(person.password)).toEqual({ ok: false, error: 'wrong_credentials' })
    expect((await enter(newPassword)).ok).toBe(true)
    expect((await mailsTo(person.email)).map(mail => mail.subject)).toEqual([
      'Your password was changed',
      'Choose a new password',
    ])
    const events = await db().auditEvent.findMany({ where: { actorId: person.actor.userId } })
    expect(events.map(event => event.action)).toContain('user.password_reset')
    expect(JSON.stringify(events)).not.toMatch(/zebra/)
  })

  test('is asked for alike whoever asks: nobody learns who has an account', async () => {
    const before = await db().accountMail.count()
    expect(await ask('nobody@example.com')).toEqual(await ask())
    expect(await db().accountMail.count()).toBe(before + 2)
    expect(await mailsTo('nobody@example.com')).toEqual([])
    expect(await db().accountMail.count({ where: { address: 'nobody@example.com' } })).toBe(0)
  })

  test('is asked for three times an hour, exactly, known or not, however many ask at once', async () => {
    for (const address of [person.email, 'nobody@example.com']) {
      const asked = await Promise.all(Array.from({ length: 8 }, () => ask(address)))
      expect(asked.filter(result => result.ok)).toHaveLength(3)
    }
  })

  test('has a link of which the database keeps no more than a hash, and a suspended person gets none', async () => {
    const token = await link()
    expect(token).toHaveLength(43)
    expect(JSON.stringify(await db().accountMail.findMany())).not.toContain(token)
    await db().user.update({ where: { id: person.actor.userId }, data: { suspendedAt: new Date() } })
    expect(await reset(token)).toEqual({ ok: false, error: 'link_over' })
    await ask()
    expect(await mailsTo(person.email)).toHaveLength(1)
  })
})

describe('a link', () => {
  test('works once, also when it is pressed ten times at once', async () => {
    const token = await link()
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => reset(token, `another zebra 78 lamp ${i}`)),
    )
    const winner = answers.findIndex(answer => answer.ok)
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect((await enter(`another zebra 78 lamp ${winner}`)).ok).toBe(true)
    expect(await reset(token)).toEqual({ ok: false, error: 'link_over' })
  })

  test('is over after fifteen minutes, with the next one, and in the place of another kind', async () => {
    const first = await link()
    const second = await link()
    expect(await reset(first)).toEqual({ ok: false, error: 'link_over' })
    const row = await db().accountMail.findFirstOrThrow({
      where: { usedAt: null, userId: person.actor.userId, tokenHash: { not: null } },
    })
    expect((row.expiresAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    await db().accountMail.update({ where: { id: row.id }, data: { kind: 'password_changed' } })
    expect(await reset(second)).toEqual({ ok: false, error: 'link_over' })
    const late = { kind: 'reset_password', expiresAt: new Date() }
    await db().accountMail.update({ where: { id: row.id }, data: late })
    expect(await reset(second)).toEqual({ ok: false, error: 'link_over' })
    await db().accountMail.update({ where: { id: row.id }, data: { expiresAt: row.expiresAt } })
    expect((await reset(second)).ok).toBe(true)
  })

  test('takes no password with the address in it, and is not used up by the try', async () => {
    const token = await link()
    expect(await reset(token, `${person.email.split('@')[0]} zebra 77`)).toEqual({
      ok: false,
      error: 'contains_address',
    })
    expect((await reset(token)).ok).toBe(true)
  })
})

describe('a password that is known', () => {
  const change = (password: string) =>
    changePassword(person.actor, { requestKey: newRequestKey(), password, newPassword })

  test('is changed with itself alone; this device goes on with another session, the others are out', async () => {
    const other = await enter(person.password)
    expect(await change('wrong')).toEqual({ ok: false, error: 'wrong_password' })
    const changed = await change(person.password)
    if (!changed.ok || !other.ok) throw new Error('refused')
    expect(await readSession(changed.value.sessionId)).not.toBeNull()
    expect(await readSession(person.actor.sessionId)).toBeNull()
    expect(await readSession(other.value.sessionId)).toBeNull()
    expect((await mailsTo(person.email))[0]?.subject).toBe('Your password was changed')
  })

  test('is guessed at five times a minute, and no more', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => change('wrong')))
    expect(answers.filter(answer => !answer.ok && answer.error === 'wrong_password')).toHaveLength(5)
    expect(await change(person.password)).toEqual({ ok: false, error: 'too_many_tries' })
  })
})
