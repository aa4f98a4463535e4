import { afterEach, beforeAll, expect, test } from 'vitest'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { authenticationPath } from '../notifications/authentication-link.ts'
import { sendMail } from '../notifications/send-mail.ts'
import { answerBank, newCheckedCard } from '../testing/bank-check.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { MailServer } from '../testing/mail-server.ts'
import { newOrder, newParties } from '../testing/marketplace.ts'
import { resumeAll } from '../testing/order-history.ts'
import { told } from '../testing/told.ts'
import { finishLinkedAuthentication, readLinkedPayment } from './authenticate-by-link.ts'
import { authorizeOrder } from './authorize-order.ts'
import { releaseHold } from './release-hold.ts'
import { remindOfAuthentication } from './remind-of-authentication.ts'

let parties: Parties
const server = new MailServer()
beforeAll(async () => {
  process.env.SMTP_URL = await server.listen()
  process.env.MAIL_FROM = 'Holdfast <no-reply@holdfast.test>'
  await startLocalStripe()
  parties = await newParties()
  parties.savedCardId = await newCheckedCard(parties.employer)
})
afterEach(expectInvariants)

/** An order whose hold waits for the bank's check since so many minutes. */
async function waiting(minutes: number) {
  const orderId = await newOrder(parties, 'placed')
  const form = { orderId, savedCardId: parties.savedCardId, requestKey: newRequestKey() }
  const outcome = expectOk(await authorizeOrder(parties.employer, form), 'hold')
  if (outcome.status !== 'requires_action') throw new Error(`It is ${outcome.status}`)
  const createdAt = new Date(now().getTime() - minutes * 60_000)
  await db().payment.update({ where: { id: outcome.paymentId }, data: { createdAt } })
  return { orderId, ...outcome }
}
const tokenOf = (paymentId: string) => authenticationPath(paymentId).replace('/authenticate/', '')
const statusOf = async (id: string) => (await db().order.findUniqueOrThrow({ where: { id } })).status

test('a check that was left is told of once, by a mail whose link finishes it', async () => {
  const [left, recent, released] = [await waiting(11), await waiting(2), await waiting(11)]
  expectOk(await releaseHold(parties.employer, { orderId: released.orderId, note: '' }), 'release')
  // As the completer does every minute: it reads the payment again and finds it as it was.
  await resumeAll(left.orderId)
  const twoWorkers = await Promise.all([remindOfAuthentication(), remindOfAuthentication()])
  expect(twoWorkers.reduce((sum, one) => sum + expectOk(one, 'remind'), 0)).toBe(1)
  expect(await told(left.orderId)).toEqual(['authentication_needed to EMPLOYER'])
  expect(await told(recent.orderId)).toEqual([])

  const notice = await db().notification.findFirstOrThrow({ where: { orderId: left.orderId } })
  expectOk(await sendMail(notice.id), 'send')
  const token =
    /http:\/\/localhost:3000\/authenticate\/(\S+)/.exec(server.mails.at(-1)?.text ?? '')?.[1] ?? ''
  const read = expectOk(await readLinkedPayment(token), 'open the link')
  expect(read).toMatchObject({ amount: 10_000n, status: 'requires_action', clientSecret: left.clientSecret })
  expect(await finishLinkedAuthentication({ token })).toMatchObject({ value: 'requires_action' })
  await answerBank(left.clientSecret, 'complete')
  expect(await finishLinkedAuthentication({ token })).toMatchObject({ value: 'requires_capture' })
  expect(await statusOf(left.orderId)).toBe('held')
  // Opened again, it tells how it stands, and leads to nothing else.
  expect(await readLinkedPayment(token)).toMatchObject({
    value: { status: 'requires_capture', clientSecret: null },
  })
})

test('a check that was not passed holds nothing, and says what to do', async () => {
  const { orderId, paymentId, clientSecret } = await waiting(0)
  await answerBank(clientSecret, 'fail')
  expect(await finishLinkedAuthentication({ token: tokenOf(paymentId) })).toEqual({
    ok: false,
    error: 'authentication_failed',
  })
  expect(await statusOf(orderId)).toBe('placed')
})

test('a link that was changed, is too old or is for nothing opens nothing', async () => {
  const { paymentId } = await waiting(0)
  const token = tokenOf(paymentId)
  const [id = '', until = '', signature = ''] = token.split('.')
  const later = (Number.parseInt(until, 36) + 1).toString(36)
  const other = (await waiting(0)).paymentId
  const wrong = [
    '',
    'a',
    `${other}.${until}.${signature}`,
    `${id}.${later}.${signature}`,
    `${id}.${until}.${signature.slice(1)}`,
    `${token}.x`,
    tokenOf('pay_00000000000000000000000000'),
  ]
  for (const one of wrong) expect(await readLinkedPayment(one), one).toMatchObject({ error: 'not_found' })
  expect(await readLinkedPayment(token)).toMatchObject({ ok: true })
})
