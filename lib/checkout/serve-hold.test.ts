import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ActionState } from '../action-state.ts'
import { takeBeforeNext } from '../before-next.ts'
import { db, transaction } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { newCheckedCard } from '../testing/bank-check.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { encodeSession, SESSION_COOKIE } from '../users/session-token.ts'
import { startSession } from '../users/start-session.ts'
import { startViewing } from '../viewing/start-viewing.ts'
import { HOLD_BYTES_MAX } from './answer-hold.ts'
import { holds } from './serve-hold.ts'

const OURS = 'http://localhost:3000'

let parties: Parties
let address: string
const server = http.createServer((request, response) => response.end(`next: ${request.method}`))

beforeAll(async () => {
  takeBeforeNext([holds])
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await startLocalStripe()
  parties = await newParties()
})
afterAll(() => new Promise(resolve => server.close(resolve)))
afterEach(expectInvariants)

/** The cookie of a new sign-in. */
async function signIn(actor: Actor): Promise<{ cookie: string; sessionId: string }> {
  const session = await transaction(tx =>
    startSession(tx, { id: actor.userId, role: actor.role }, actor.origin),
  )
  return {
    cookie: `${SESSION_COOKIE.name}=${await encodeSession(session)}`,
    sessionId: session.sessionId,
  }
}

type Asked = { headers?: Record<string, string>; body?: string; method?: string }

async function ask(orderId: string, { headers, body, method = 'POST' }: Asked) {
  const sent = method === 'POST' ? body : undefined
  const response = await fetch(`${address}/api/orders/${orderId}/hold`, {
    method,
    headers: { origin: OURS, ...headers },
    body: sent,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const formOf = (savedCardId = parties.savedCardId, requestKey = newRequestKey()) =>
  JSON.stringify({ orderId: 'ord_of_the_field', savedCardId, requestKey })

/** Presses as somebody who is signed in. */
async function press(actor: Actor, orderId: string, body = formOf(), language = 'en'): Promise<ActionState> {
  const { cookie } = await signIn(actor)
  const answer = await ask(orderId, { headers: { cookie, 'accept-language': language }, body })
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text)
}

const payments = (orderId: string) => db().payment.count({ where: { orderId } })

test('a press holds the money once and says where to go on; pressed again it is told so', async () => {
  const orderId = await newOrder(parties, 'placed')
  const body = formOf()
  const held = await Promise.all([1, 2, 3].map(() => press(parties.employer, orderId, body)))
  for (const { location } of held)
    expect(location).toMatch(new RegExp(`^/orders/${orderId}\\?done=(held|already-held)$`))
  const again = await press(parties.employer, orderId)
  expect(again.location).toBe(`/orders/${orderId}?done=already-held`)
  expect(await payments(orderId)).toBe(1)
})

test('a declined card is told in the person’s language, with a new key and what was chosen', async () => {
  const declined = await newParties('pm_card_chargeCustomerFail')
  const orderId = await newOrder(declined, 'placed')
  const body = formOf(declined.savedCardId)
  const refused = await press(declined.employer, orderId, body, 'de')
  expect(refused).toMatchObject({
    status: 'error',
    message: expect.stringContaining('Karte'),
    requestKey: expect.stringMatching(/^req_/),
    values: { savedCardId: declined.savedCardId },
  })
  expect(refused.location).toBeUndefined()
})

test('a bank’s check goes on in the page', async () => {
  const orderId = await newOrder(parties, 'placed')
  const checkedCardId = await newCheckedCard(parties.employer)
  const { status, data } = await press(parties.employer, orderId, formOf(checkedCardId))
  expect({ status, data }).toEqual({
    status: 'ok',
    data: { paymentId: expect.any(String), clientSecret: expect.stringContaining('_secret_') },
  })
})

describe('nothing is held', () => {
  const said = async (actor: Actor, orderId: string) => (await press(actor, orderId)).message

  test('for whoever may not: nobody, another employer, the contractor, an admin who looks', async () => {
    const orderId = await newOrder(parties, 'placed')
    const nobody = await ask(orderId, { body: formOf() })
    expect(JSON.parse(nobody.text).message).toBe('You are signed out. Sign in and try again.')
    const other = await newEmployer()
    expect(await said(other, orderId)).toBe(await said(other, 'ord_nowhere'))
    expect(await said(parties.contractor, orderId)).toBe('Your account cannot do this.')

    const admin = await newAdmin()
    const { cookie, sessionId } = await signIn(admin)
    const reason = 'They say that they cannot pay.'
    await startViewing({ ...admin, sessionId }, { userId: parties.employer.userId, reason })
    const looking = await ask(orderId, { headers: { cookie }, body: formOf() })
    expect(JSON.parse(looking.text).message).toMatch(/^You only look at these pages/)
    expect(await payments(orderId)).toBe(0)
  })

  test('by a page of somebody else, whatever its browser says', async () => {
    const orderId = await newOrder(parties, 'placed')
    const { cookie } = await signIn(parties.employer)
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: `${OURS}0` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign)
      expect(await ask(orderId, { headers: { cookie, ...headers }, body: formOf() })).toMatchObject({
        status: 403,
      })
    expect(await payments(orderId)).toBe(0)
  })

  test('by anything but a form', async () => {
    const orderId = await newOrder(parties, 'placed')
    const headers = { cookie: (await signIn(parties.employer)).cookie }
    const refused = ['', '{', 'null', '[]', '7', '"x"', '{"requestKey":7}', '{"savedCardId":{"a":"b"}}']
    for (const body of refused) expect((await ask(orderId, { headers, body })).status, body).toBe(400)
    const large = 'x'.repeat(HOLD_BYTES_MAX + 1)
    expect((await ask(orderId, { headers, body: large })).status).toBe(413)
    const hostile = ['{}', '{"__proto__":"x"}', formOf('', 'req_1'), formOf('x'.repeat(5000))]
    const unheard = [formOf('a\u0000b'), formOf('\ud800'), formOf('😀'), formOf("' OR 1=1 --")]
    for (const body of [...hostile, ...unheard]) {
      const { status, text } = await ask(orderId, { headers, body })
      expect([status, JSON.parse(text).status], body.slice(0, 80)).toEqual([200, 'error'])
      expect(JSON.parse(text).message, body.slice(0, 80)).not.toMatch(/reference/i)
    }
    expect(await payments(orderId)).toBe(0)
  })
})

test('it answers with what guards browsers, and leaves all else to Next', async () => {
  const answer = await ask('ord_1', { headers: { 'x-forwarded-proto': 'https' }, body: formOf() })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'application/json',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'strict-transport-security': expect.stringContaining('max-age'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  expect((await ask('ord_1', { method: 'GET' })).text).toBe('next: GET')
  expect((await ask('..%2Ford_1', { body: formOf() })).text).toBe('next: POST')
  expect((await ask('ord_1/hold', { body: formOf() })).text).toBe('next: POST')
})
