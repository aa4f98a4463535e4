import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { mailsTo } from '../testing/account-mail.ts'
import { authenticatorOf, offeredTo, turnedOnFor } from '../testing/authenticator.ts'
import { aPerson, type NewPerson } from '../testing/sign-up.ts'
import { beginSignIn } from '../users/begin-sign-in.ts'
import { changePassword } from '../users/change-password.ts'
import { finishSignIn } from '../users/finish-sign-in.ts'
import { readSession } from '../users/read-session.ts'
import { signIn } from '../users/sign-in.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { factorCode, isHeldBack } from './model.ts'
import { getSecondFactor } from './queries.ts'
import { renewRecoveryCodes } from './renew-recovery-codes.ts'
import { openSecret, sealSecret } from './secret.ts'
import { startSecondFactor } from './start-second-factor.ts'
import { turnOffSecondFactor } from './turn-off-second-factor.ts'

let person: NewPerson
// Half a minute must not end between a code's making and its use.
afterEach(() => vi.useRealTimers())
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  await db().rateLimit.deleteMany()
  person = await aPerson()
})

const plain = (code = '') => factorCode.parse(code)
const confirm = (code: string) => confirmSecondFactor(person.actor, { requestKey: newRequestKey(), code })
const finish = (challengeId: string, code: string) =>
  finishSignIn(person.actor.origin, { challengeId, code: plain(code) })

async function challenge(): Promise<string> {
  const begun = await beginSignIn(person.actor.origin, person)
  if (!begun.ok || !('challengeId' in begun.value)) throw new Error('no second step')
  return begun.value.challengeId
}

/** One after the other: tries of passwords are counted. */
async function challenges(count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) ids.push(await challenge())
  return ids
}

describe('a second factor', () => {
  test('is offered for the password, and on once a code has shown that the authenticator has it', async () => {
    const wrong = await startSecondFactor(person.actor, { requestKey: newRequestKey(), password: 'wrong' })
    expect(wrong).toEqual({ ok: false, error: 'wrong_password' })
    const other = await signIn(person.actor.origin, person)
    const code = await offeredTo(person)
    expect((await signIn(person.actor.origin, person)).ok).toBe(true)
    expect(await confirm(authenticatorOf('JBSWY3DPEHPK3PXP')())).toEqual({ ok: false, error: 'wrong_code' })
    const recovery = await confirm(code())
    expect(new Set(recovery.ok ? recovery.value : []).size).toBe(10)
    expect(await getSecondFactor(person.actor)).toEqual({ state: 'on', recoveryCodesLeft: 10 })
    expect(await readSession(person.actor.sessionId)).toMatchObject({ hasSecondFactor: true })
    expect(await readSession(other.ok ? other.value.sessionId : '')).toBeNull()
    expect((await mailsTo(person.email))[0]?.subject).toBe('Two-factor sign-in is on')
    const kept = JSON.stringify([await db().secondFactor.findMany(), await db().recoveryCode.findMany()])
    for (const shown of recovery.ok ? recovery.value : ['']) expect(kept).not.toContain(plain(shown))
    const again = await startSecondFactor(person.actor, { ...person, requestKey: newRequestKey() })
    expect(again).toEqual({ ok: false, error: 'already_on' })
  })

  test('that was offered half an hour ago is neither shown nor turned on', async () => {
    const code = await offeredTo(person)
    const createdAt = new Date(Date.now() - 31 * 60_000)
    await db().secondFactor.update({ where: { userId: person.actor.userId }, data: { createdAt } })
    expect(await getSecondFactor(person.actor)).toEqual({ state: 'off' })
    expect(await confirm(code())).toEqual({ ok: false, error: 'offer_over' })
  })

  test('keeps its secret sealed: for its owner, unchanged, and under this server’s secret alone', () => {
    const sealed = sealSecret('usr_1', 'JBSWY3DPEHPK3PXP')
    expect(sealed).not.toBe(sealSecret('usr_1', 'JBSWY3DPEHPK3PXP'))
    expect(openSecret('usr_1', sealed)).toBe('JBSWY3DPEHPK3PXP')
    expect(openSecret('usr_2', sealed)).toBeNull()
    expect(openSecret('usr_1', sealed.slice(0, -2))).toBeNull()
    expect(openSecret('usr_1', '')).toBeNull()
  })
})

describe('signing in with it', () => {
  test('takes a password and a code; the password alone is no session anywhere', async () => {
    const { code } = await turnedOnFor(person)
    expect(await signIn(person.actor.origin, person)).toEqual({ ok: false, error: 'second_factor_needed' })
    const id = await challenge()
    expect(await readSession(id)).toBeNull()
    const done = await finish(id, code())
    expect(done.ok && (await readSession(done.value.sessionId))).toMatchObject({
      userId: person.actor.userId,
    })
    expect(await finish(id, code(1))).toEqual({ ok: false, error: 'challenge_over' })
  })

  test('takes a code once: not again, not ten times at once, and none from before it', async () => {
    const { code } = await turnedOnFor(person)
    const ids = await challenges(8)
    const answers = await Promise.all(ids.map(id => finish(id, code(1))))
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await finish(await challenge(), code(1))).toEqual({ ok: false, error: 'wrong_code' })
    expect(await finish(await challenge(), code())).toEqual({ ok: false, error: 'wrong_code' })
  })

  test('takes a code of one step before or after, and of no other', async () => {
    const { code } = await turnedOnFor(person)
    await db().secondFactor.updateMany({ data: { lastStep: 0 } })
    for (const steps of [-2, 2, 3]) expect((await finish(await challenge(), code(steps))).ok).toBe(false)
    for (const steps of [-1, 0, 1]) expect((await finish(await challenge(), code(steps))).ok).toBe(true)
  })

  test('takes each recovery code once, however it is written, and tells its owner', async () => {
    const { recovery } = await turnedOnFor(person)
    const [one = '', two = ''] = recovery
    const ids = await challenges(5)
    const answers = await Promise.all(ids.map(id => finish(id, one.toLowerCase().replaceAll('-', ' '))))
    expect(answers.filter(answer => answer.ok)).toHaveLength(1)
    expect(await getSecondFactor(person.actor)).toEqual({ state: 'on', recoveryCodesLeft: 9 })
    expect((await mailsTo(person.email))[0]?.subject).toBe('A recovery code was used')
    const stranger = await aPerson()
    const { recovery: theirs } = await turnedOnFor(stranger)
    expect(await finish(await challenge(), theirs[0] ?? '')).toEqual({ ok: false, error: 'wrong_code' })
    expect((await finish(await challenge(), two)).ok).toBe(true)
  })

  test('is guessed at ten times in a quarter of an hour, exactly, whichever way', async () => {
    const { code } = await turnedOnFor(person)
    const ids = await challenges(15)
    const answers = await Promise.all(ids.map((id, i) => finish(id, i % 2 ? '000000' : 'A'.repeat(16))))
    expect(answers.filter(answer => !answer.ok && answer.error === 'wrong_code')).toHaveLength(10)
    expect(await finish(await challenge(), code())).toEqual({ ok: false, error: 'too_many_tries' })
  })

  test('is over after ten minutes, with a new password, and for somebody suspended', async () => {
    const { code } = await turnedOnFor(person)
    const [late, before] = [await challenge(), await challenge()]
    await db().signInChallenge.update({ where: { id: late }, data: { expiresAt: new Date() } })
    expect(await finish(late, code())).toEqual({ ok: false, error: 'challenge_over' })
    const newPassword = 'another zebra 78 lamp'
    const form = { requestKey: newRequestKey(), password: person.password, newPassword }
    expect((await changePassword(person.actor, form)).ok).toBe(true)
    expect(await finish(before, code())).toEqual({ ok: false, error: 'challenge_over' })
    person.password = newPassword
    const suspended = await challenge()
    await db().user.update({ where: { id: person.actor.userId }, data: { suspendedAt: new Date() } })
    expect(await finish(suspended, code())).toEqual({ ok: false, error: 'challenge_over' })
  })
})

describe('changing it', () => {
  test('takes the password and a code; turned off, it is forgotten and told', async () => {
    const { code } = await turnedOnFor(person)
    const form = { requestKey: newRequestKey(), password: person.password, code: code() }
    const wrong = { ...form, password: 'wrong' }
    expect(await turnOffSecondFactor(person.actor, wrong)).toEqual({ ok: false, error: 'wrong_password' })
    expect((await turnOffSecondFactor(person.actor, { ...form, code: '000000' })).ok).toBe(false)
    expect(await turnOffSecondFactor(person.actor, form)).toEqual({ ok: true, value: undefined })
    const { userId } = person.actor
    expect(await db().recoveryCode.count({ where: { userId } })).toBe(0)
    expect((await signIn(person.actor.origin, person)).ok).toBe(true)
    expect((await mailsTo(person.email))[0]?.subject).toBe('Two-factor sign-in is off')
    const actions = await db().auditEvent.findMany({ where: { subjectId: userId }, select: { action: true } })
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['user.second_factor_on', 'user.second_factor_off']),
    )
  })

  test('new recovery codes end the earlier ones', async () => {
    const { code, recovery } = await turnedOnFor(person)
    const form = { requestKey: newRequestKey(), password: person.password, code: code() }
    const renewed = await renewRecoveryCodes(person.actor, form)
    expect((await finish(await challenge(), recovery[0] ?? '')).ok).toBe(false)
    expect((await finish(await challenge(), renewed.ok ? (renewed.value[0] ?? '') : '')).ok).toBe(true)
  })
})

test('an admin is held back without one where money is real, and nobody else is', () => {
  const cases = [true, false].flatMap(livemode =>
    ['ADMIN', 'EMPLOYER', 'CONTRACTOR'].flatMap(role =>
      [true, false].map(hasSecondFactor => ({ livemode, role, hasSecondFactor })),
    ),
  )
  const held = cases.filter(one => isHeldBack(one, one))
  expect(held).toEqual([{ livemode: true, role: 'ADMIN', hasSecondFactor: false }])
})
