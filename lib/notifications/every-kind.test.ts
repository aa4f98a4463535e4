import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { LOCALES } from '../i18n/model.ts'
import { newRequestKey } from '../ids.ts'
import { resumeUnfinished } from '../jobs/resume-unfinished.ts'
import { CHOSEN_GROUPS, type ChosenGroup, type Preference } from '../preferences/model.ts'
import { getPreferences } from '../preferences/queries.ts'
import { setPreferences } from '../preferences/set-preferences.ts'
import { unsubscribe } from '../preferences/unsubscribe.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newContractor, newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { getViewer } from '../users/queries.ts'
import { GROUP_OF } from './groups-model.ts'
import { NOTIFICATION_KINDS, type NotificationKind } from './model.ts'
import { notify } from './notify.ts'
import { listNotifications } from './queries.ts'
import { sendMail } from './send-mail.ts'
import { unsubscribeToken } from './unsubscribe-link.ts'

const people: Record<'employer' | 'contractor' | 'admin', Actor> = {} as never

beforeAll(async () => {
  await startLocalStripe()
  people.employer = await newEmployer()
  people.contractor = await newContractor()
  people.admin = await newAdmin()
})

const DATA = { amount: '1234', commission: '100', currency: 'usd', until: '2026-12-01T10:00:00Z' }

/** A fact is reported by two at once, and once more later. Returns the notification's id, if there is one. */
async function tell({ userId: recipientId }: Actor, kind: NotificationKind): Promise<string | null> {
  const fact = `test:${newRequestKey()}`
  const report = () => transaction(tx => notify(tx, { recipientId, kind, fact, orderId: null, data: DATA }))
  await Promise.all([report(), report()])
  await report()
  const rows = await db().notification.findMany({ where: { fact } })
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0]?.id ?? null
}

const mailsOf = (id: string) => db().localMail.findMany({ where: { messageId: { startsWith: `<${id}@` } } })
const jobsOf = (id: string) =>
  db().$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE key = ${`mail:${id}`}`

const EVERY = NOTIFICATION_KINDS.flatMap(kind =>
  (['employer', 'contractor', 'admin'] as const).map(who => ({ kind, who })),
)

describe('a fact', () => {
  test.each(EVERY)(
    '$kind told to the $who again and again is one row and one mail, in each language',
    async ({ kind, who }) => {
      const subjects = new Set<string | undefined>()
      for (const language of LOCALES) {
        await db().user.update({ where: { id: people[who].userId }, data: { language } })
        const id = (await tell(people[who], kind)) ?? ''
        await Promise.all([sendMail(id), sendMail(id)])
        await sendMail(id)
        const mails = await mailsOf(id)
        expect(mails).toHaveLength(1)
        subjects.add(mails[0]?.subject)
        expect(mails[0]?.subject).toMatch(/^\p{Lu}/u)
        expect(mails[0]?.text).not.toMatch(/undefined|null|NaN/)
        expect(mails[0]?.text.includes('/unsubscribe/')).toBe(GROUP_OF[kind] !== 'money')
      }
      await db().user.update({ where: { id: people[who].userId }, data: { language: null } })
      expect(subjects.size).toBe(LOCALES.length)
    },
  )

  test('whose mail was being marked as sent when the worker was killed is one mail in the local mailbox', async () => {
    await db().$executeRawUnsafe(`
      CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
      CREATE TRIGGER stall BEFORE UPDATE ON notifications FOR EACH ROW WHEN (NEW.mail_state = 'sent') EXECUTE FUNCTION stall()`)
    const id = (await tell(people.employer, 'refunded')) ?? ''
    const worker = () => spawn(process.execPath, ['lib/jobs/worker.ts'], { stdio: 'ignore' })
    const first = worker()
    await expect.poll(async () => (await mailsOf(id)).length, { timeout: 60_000 }).toBe(1)
    first.kill('SIGKILL')
    await once(first, 'exit')
    const state = () => db().notification.findUniqueOrThrow({ where: { id } })
    expect(await state()).toMatchObject({ mailState: 'pending', mailAttempts: 1 })
    await db().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event = 'PgSleep'`
    await db().$executeRawUnsafe('DROP TRIGGER stall ON notifications')
    await db().notification.update({ where: { id }, data: { mailDueAt: new Date(0) } })
    await resumeUnfinished()
    const second = worker()
    try {
      await expect.poll(async () => (await state()).mailState, { timeout: 60_000 }).toBe('sent')
    } finally {
      second.kill('SIGKILL')
    }
    expect(await state()).toMatchObject({ mailAttempts: 2 })
    expect(await mailsOf(id)).toHaveLength(1)
  }, 180_000)
})

/** Chooses one thing for every group, as the form sends it. */
function choose(actor: Actor, { inApp, email }: Preference) {
  return setPreferences(
    actor,
    Object.fromEntries(
      CHOSEN_GROUPS.flatMap(group => [
        [`${group}.inApp`, inApp],
        [`${group}.email`, email],
      ]),
    ),
  )
}

const KIND_IN: Record<ChosenGroup, NotificationKind> = {
  work: 'delivered',
  reminders: 'hold_ends_12h',
  messages: 'message',
  offers: 'offer_made',
}

describe('what somebody wants', () => {
  const WISHES = [
    { inApp: true, email: true },
    { inApp: true, email: false },
    { inApp: false, email: true },
    { inApp: false, email: false },
  ]
  test.each(WISHES)('counts for every group: in the app $inApp, by e-mail $email', async wish => {
    const actor = await newEmployer()
    await choose(actor, wish)
    for (const group of CHOSEN_GROUPS) {
      const id = await tell(actor, KIND_IN[group])
      const listed = (await listNotifications(actor, wordsIn('en'), {})).notifications.some(
        one => one.id === id,
      )
      expect([group, id !== null, listed]).toEqual([group, wish.inApp || wish.email, wish.inApp])
      if (!id) continue
      expect(await jobsOf(id)).toHaveLength(wish.email ? 1 : 0)
      await sendMail(id)
      expect(await mailsOf(id)).toHaveLength(wish.email ? 1 : 0)
    }
    expect((await getViewer(actor)).unread).toBe(wish.inApp ? CHOSEN_GROUPS.length : 0)
    const money = (await tell(actor, 'captured')) ?? ''
    await sendMail(money)
    expect(await mailsOf(money)).toHaveLength(1)
  })

  test('can be said by the link of a mail, for the mails of its group alone; money has no such link', async () => {
    const actor = await newEmployer()
    const token = unsubscribeToken(actor.userId, 'message') ?? ''
    for (let times = 0; times < 2; times++) expectOk(await unsubscribe(actor.origin, token), 'unsubscribe')
    expect(await getPreferences(actor)).toMatchObject({
      messages: { inApp: true, email: false },
      offers: { inApp: true, email: true },
    })
    const audited = await db().auditEvent.count({
      where: { action: 'user.unsubscribed', actorId: actor.userId },
    })
    expect(audited).toBe(1)
    expect(unsubscribeToken(actor.userId, 'captured')).toBeNull()
    const forged = [
      token.replace('messages', 'offers'),
      token.replace('messages', 'money'),
      `${token}x`,
      `${token}.x`,
      '',
    ]
    for (const text of forged)
      expect(await unsubscribe(actor.origin, text)).toMatchObject({ error: 'not_found' })
  })
})
