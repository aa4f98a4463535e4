import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { newRequestKey } from '../ids.ts'
import { resumeUnfinished } from '../jobs/resume-unfinished.ts'
import { deliverOrder } from '../orders/deliver-order.ts'
import { requestChanges } from '../orders/request-changes.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { syncPayment } from '../payments/sync-payment.ts'
import { recoverFromContractor } from '../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../refunds/request-refund.ts'
import { recover } from '../testing/faults/recover.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { MailServer } from '../testing/mail-server.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import { told } from '../testing/told.ts'
import type { Actor } from '../users/model.ts'
import { getViewer } from '../users/queries.ts'
import { markAllRead } from './mark-all-read.ts'
import { MAIL_ATTEMPTS_MAX } from './model.ts'
import { notify } from './notify.ts'
import { listNotifications } from './queries.ts'
import { sendMail } from './send-mail.ts'

let parties: Parties
let admin: Actor
const server = new MailServer()

afterEach(expectInvariants)
beforeAll(async () => {
  process.env.SMTP_URL = await server.listen()
  process.env.MAIL_FROM = 'Holdfast <no-reply@holdfast.test>'
  await startLocalStripe()
  parties = await newParties('pm_card_bypassPending')
  admin = await newAdmin()
})

const mailsOf = (id: string) => server.mails.filter(({ messageId }) => messageId.startsWith(`<${id}@`))
const stateOf = (id: string) => db().notification.findUniqueOrThrow({ where: { id } })

const workers: ChildProcess[] = []
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
})

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, ['lib/jobs/worker.ts'], { stdio: 'ignore' })
  workers.push(worker)
  return worker
}

/** Something that nobody else is told of in this file, reported twice. */
async function someNotice(): Promise<string> {
  const fact = `test:${newRequestKey()}`
  const data = { amount: '1234', currency: 'usd' }
  const recipientId = parties.contractor.userId
  const notice = { recipientId, kind: 'recovered', fact, orderId: null, data } as const
  for (let times = 0; times < 2; times++) await transaction(tx => notify(tx, notice))
  const rows = await db().notification.findMany({ where: { fact } })
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? ''
}

/** A whole life of an order, with changes asked for once, a refund and a recovery. */
async function liveThrough(): Promise<string> {
  const { employer, contractor } = parties
  const orderId = await newOrder(parties, 'delivered')
  expectOk(await requestChanges(employer, { orderId, note: 'Bluer.' }), 'ask for changes')
  expectOk(await deliverOrder(contractor, { orderId, note: 'Bluer.' }), 'deliver again')
  expectOk(await capturePayment(employer, { orderId }), 'capture')
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
  const refund = { paymentId, amount: '20', reason: 'not_as_agreed', note: '' } as const
  const whole = { ...refund, requestKey: newRequestKey(), reverseTransfer: true, refundCommission: true }
  expectOk(await requestRefund(admin, whole), 'refund')
  const recovery = { contractorId: contractor.userId, orderId, amount: '5', currency: 'usd', note: '' }
  const terms = { instrument: 'auto', reason: 'work_not_as_agreed', requestKey: newRequestKey() } as const
  expectOk(await recoverFromContractor(admin, { ...recovery, ...terms }), 'recover')
  return orderId
}

const WHOLE_LIFE = [
  'captured to CONTRACTOR',
  'captured to EMPLOYER',
  'changes_requested to CONTRACTOR',
  'delivered to EMPLOYER',
  'delivered to EMPLOYER',
  'hold_placed to CONTRACTOR',
  'recovered to CONTRACTOR',
  'refunded to EMPLOYER',
]

describe('each fact', () => {
  test('is told once to whom it concerns, in the app and by one mail, however often it is reported', async () => {
    const orderId = await liveThrough()
    expect(await told(orderId)).toEqual(WHOLE_LIFE)
    const { stripePaymentIntentId } = await db().payment.findFirstOrThrow({ where: { orderId } })
    await syncPayment(stripePaymentIntentId ?? '')
    await recover()
    const rows = await db().notification.findMany({ where: { orderId } })
    for (const { id } of rows) expect(await sendMail(id)).toMatchObject({ ok: true })
    expect(await told(orderId)).toEqual(WHOLE_LIFE)
    expect(rows.map(row => [row.mailState, mailsOf(row.id).length])).toEqual(rows.map(() => ['sent', 1]))

    const [paid] = rows.filter(
      row => row.kind === 'captured' && row.recipientId === parties.contractor.userId,
    )
    const order = await db().order.findUniqueOrThrow({ where: { id: orderId } })
    const mail = mailsOf(paid?.id ?? '')[0]
    expect(mail?.subject).toBe(`You have been paid (order #${order.number})`)
    expect(mail?.text).toContain('$90.00 of $100.00 is yours, after the commission.')
    expect(mail?.text).toContain(`http://localhost:3000/orders/${orderId}`)
    expect(mail?.html).toContain(`<a href="http://localhost:3000/orders/${orderId}"`)
    expect(mail?.unsubscribe.join()).toBe(',')
    const delivered = mailsOf(rows.find(row => row.kind === 'delivered')?.id ?? '')[0]
    expect(delivered?.unsubscribe.join()).toMatch(
      /^<http:.+\/api\/unsubscribe\/[^>]+>,List-Unsubscribe=One-Click$/,
    )
    expect(mail?.to).toMatch(/^Carl Contractor <.+@example\.com>$/)
  })

  test('is told by the order’s end as well, when a hold was let go; an order without one ends in silence', async () => {
    expect(await told(await newOrder(parties, 'canceled'))).toEqual([
      'hold_placed to CONTRACTOR',
      'hold_released to CONTRACTOR',
      'hold_released to EMPLOYER',
    ])
    expect(await told(await newOrder(parties, 'placed'))).toEqual([])
  })

  test('told in a transaction that fails was never told', async () => {
    const jobs = () => db().$queryRaw`SELECT count(*) FROM graphile_worker._private_jobs`
    const before = await jobs()
    const recipientId = parties.employer.userId
    const failing = transaction(async tx => {
      await notify(tx, { recipientId, kind: 'refunded', fact: 'test:never', orderId: null, data: {} })
      throw new Error('the change did not happen')
    })
    await expect(failing).rejects.toThrow('did not happen')
    expect(await db().notification.count({ where: { fact: 'test:never' } })).toBe(0)
    expect(await jobs()).toEqual(before)
  })
})

describe('the list', () => {
  test('is one’s own, and is read up to where one has seen it', async () => {
    const [stranger, { contractor }] = [await newEmployer(), parties]
    const seen = await someNotice()
    const { notifications } = await listNotifications(contractor, wordsIn('en'), {})
    expect(notifications[0]).toMatchObject({ id: seen, href: '/balance', about: null, isRead: false })
    expect(notifications[0]?.text).toContain('$12.34')
    expect((await getViewer(contractor)).unread).toBeGreaterThan(1)
    await someNotice()
    await markAllRead(stranger, { upTo: seen })
    await markAllRead(contractor, { upTo: seen })
    expect((await getViewer(contractor)).unread).toBe(1)
    expect(await listNotifications(stranger, wordsIn('en'), {})).toEqual({
      notifications: [],
      nextCursor: null,
    })
  })
})

describe('a mail', () => {
  test('that the server refuses is tried twelve times, then the notification says so', async () => {
    const id = await someNotice()
    server.verdict = () => '451 come again later'
    for (let tries = 1; tries < MAIL_ATTEMPTS_MAX; tries++)
      expect(await sendMail(id)).toMatchObject({ ok: false, error: expect.stringContaining('451') })
    expect(await sendMail(id)).toMatchObject({ ok: true })
    server.verdict = () => '250 OK'
    await sendMail(id)
    expect(await stateOf(id)).toMatchObject({ mailState: 'failed', mailAttempts: MAIL_ATTEMPTS_MAX })
    expect(mailsOf(id)).toHaveLength(MAIL_ATTEMPTS_MAX)
  })

  test('whose worker is killed between sending and marking is sent again under the same Message-ID', async () => {
    await recover()
    const id = await someNotice()
    const worker = startWorker()
    server.verdict = () => {
      worker.kill('SIGKILL')
      return null
    }
    await once(worker, 'exit')
    expect(await stateOf(id)).toMatchObject({ mailState: 'pending', mailAttempts: 1 })
    server.verdict = () => '250 OK'
    await db().notification.update({ where: { id }, data: { mailDueAt: new Date(0) } })
    await resumeUnfinished()
    startWorker()
    await expect.poll(async () => (await stateOf(id)).mailState, { timeout: 60_000 }).toBe('sent')
    const sent = mailsOf(id)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  }, 180_000)
})
