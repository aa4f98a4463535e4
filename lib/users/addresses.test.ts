import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeVerified } from '../demo/arrange-verified.ts'
import { newRequestKey } from '../ids.ts'
import { linkTo, mailsTo } from '../testing/account-mail.ts'
import { aPerson, type NewPerson } from '../testing/sign-up.ts'
import { changeEmail } from './change-email.ts'
import { confirmAddress } from './confirm-address.ts'
import { readSession } from './read-session.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'
import { sendVerificationAgain } from './send-verification-again.ts'
import { signIn } from './sign-in.ts'

let person: NewPerson
beforeEach(async () => {
  await db().rateLimit.deleteMany()
  person = await aPerson()
})

const confirm = (token: string) => confirmAddress(person.actor.origin, { token })
const isVerified = async () => (await readSession(person.actor.sessionId))?.isVerified
const change = (email: string, password = person.password) =>
  changeEmail(person.actor, { requestKey: newRequestKey(), email, password })

describe('the address of a sign-up', () => {
  test('is confirmed by the link in the mail, once, on the next request', async () => {
    expect(await isVerified()).toBe(false)
    const token = await linkTo(person.email)
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(token)))
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(answers.filter(answer => !answer.ok && answer.error === 'link_over')).toHaveLength(5)
    expect(await isVerified()).toBe(true)
    const event = { action: 'user.email_verified', subjectId: person.actor.userId }
    expect(await db().auditEvent.count({ where: event })).toBe(1)
  })

  test('is written to again three times an hour, and each link ends the one before', async () => {
    const first = await linkTo(person.email)
    const asked = await Promise.all(Array.from({ length: 5 }, () => sendVerificationAgain(person.actor)))
    expect(asked.filter(answer => answer.ok)).toHaveLength(3)
    const last = await linkTo(person.email)
    expect(await confirm(first)).toEqual({ ok: false, error: 'link_over' })
    expect((await confirm(last)).ok).toBe(true)
    expect(await sendVerificationAgain(person.actor)).toEqual({ ok: false, error: 'verified_already' })
  })

  test('is confirmed by a new password out of a mail as well, and then not written to about it', async () => {
    await arrangeVerified((await aPerson()).actor.userId)
    await requestPasswordReset(person.actor.origin, { email: person.email })
    const token = await linkTo(person.email)
    const reset = { token, newPassword: 'another zebra 78 lamp' }
    expect((await resetPassword(person.actor.origin, reset)).ok).toBe(true)
    const { emailVerifiedAt } = await db().user.findUniqueOrThrow({ where: { id: person.actor.userId } })
    expect(emailVerifiedAt).not.toBeNull()
    const verified = await aPerson()
    await arrangeVerified(verified.actor.userId)
    expect(await mailsTo(verified.email)).toEqual([])
  })

  test('is not confirmed by a link for another use, of an old day, or of somebody suspended', async () => {
    await requestPasswordReset(person.actor.origin, { email: person.email })
    await linkTo(person.email)
    const token = await linkTo(person.email)
    expect(await confirm('x'.repeat(43))).toEqual({ ok: false, error: 'link_over' })
    expect(await confirm(token)).toEqual({ ok: false, error: 'link_over' })
    await sendVerificationAgain(person.actor)
    const fresh = await linkTo(person.email)
    const { userId } = person.actor
    await db().user.update({ where: { id: userId }, data: { suspendedAt: new Date() } })
    expect(await confirm(fresh)).toEqual({ ok: false, error: 'link_over' })
    await db().user.update({ where: { id: userId }, data: { suspendedAt: null } })
    await db().accountMail.updateMany({ where: { userId }, data: { expiresAt: new Date() } })
    expect(await confirm(fresh)).toEqual({ ok: false, error: 'link_over' })
  })
})

describe('another address', () => {
  test('takes the password, is confirmed from the new mailbox, and is told in the old one', async () => {
    const address = `new-${person.email}`
    expect(await change(address, 'wrong')).toEqual({ ok: false, error: 'wrong_password' })
    expect(await change(person.email)).toEqual({ ok: false, error: 'same_email' })
    expect((await change(address)).ok).toBe(true)
    expect((await signIn(person.actor.origin, person)).ok).toBe(true)
    expect((await confirm(await linkTo(address))).ok).toBe(true)
    expect((await signIn(person.actor.origin, { ...person, email: address })).ok).toBe(true)
    expect((await signIn(person.actor.origin, person)).ok).toBe(false)
    expect(await isVerified()).toBe(true)
    expect((await mailsTo(person.email))[0]?.subject).toBe('Your e-mail address was changed')
    const where = { action: 'user.email_changed', subjectId: person.actor.userId }
    const [event] = await db().auditEvent.findMany({ where })
    expect([event?.before, event?.after]).toEqual([{ email: person.email }, { email: address }])
  })

  test('that is somebody’s reads the same and leads nowhere; one taken meanwhile is refused', async () => {
    const other = await aPerson()
    const mailed = (await mailsTo(other.email)).length
    expect((await change(other.email)).ok).toBe(true)
    expect(await mailsTo(other.email)).toHaveLength(mailed)

    const wanted = `wanted-${person.email}`
    expect((await change(wanted)).ok).toBe(true)
    const token = await linkTo(wanted)
    await db().user.update({ where: { id: other.actor.userId }, data: { email: wanted } })
    expect(await confirm(token)).toEqual({ ok: false, error: 'email_taken' })
    expect((await signIn(person.actor.origin, person)).ok).toBe(true)
  })
})
