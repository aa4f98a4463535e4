import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deleteCustomer } from '../cards/delete-customer.ts'
import { detachRemovedCard } from '../cards/detach-removed-card.ts'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { newRequestKey } from '../ids.ts'
import { getReceipt } from '../receipts/queries.ts'
import { retrieveCard } from '../stripe/cards.ts'
import { findStripeCustomer } from '../stripe/customers.ts'
import { mailsTo } from '../testing/account-mail.ts'
import { expectInvariants } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { readSession } from '../users/read-session.ts'
import { signIn } from '../users/sign-in.ts'
import { deleteAccount } from './delete-account.ts'
import { exportAccount } from './export-account.ts'
import { listObstacles } from './obstacles.ts'

const password = 'correct horse battery staple'
let parties: Parties
let email: string

afterEach(expectInvariants)
beforeAll(() => startLocalStripe())
beforeEach(async () => {
  await db().rateLimit.deleteMany()
  parties = await newParties('pm_card_bypassPending')
  email = (await db().user.findUniqueOrThrow({ where: { id: parties.employer.userId } })).email
})

const leave = (actor: Actor, given = password) =>
  deleteAccount(actor, { requestKey: newRequestKey(), password: given, sure: 'on' })

describe('an account that is deleted', () => {
  test('is forgotten, here and at Stripe, but for what the books need', async () => {
    const { employer, contractor, savedCardId } = parties
    const orderId = await newOrder(parties, 'completed')
    const session = expectOk(await signIn(employer.origin, { email, password }), 'sign in')
    const customer = await db().customer.findFirstOrThrow({ where: { userId: employer.userId } })
    const card = await db().savedCard.findUniqueOrThrow({ where: { id: savedCardId } })
    expect(await leave(employer, 'wrong')).toEqual({ ok: false, error: 'wrong_password' })
    expect(await leave(employer)).toEqual({ ok: true, value: undefined })

    expect(await readSession(session.sessionId)).toBeNull()
    expect((await signIn(employer.origin, { email, password })).ok).toBe(false)
    const user = await db().user.findUniqueOrThrow({
      where: { id: employer.userId },
      include: { profile: true, sessions: true, notifications: true },
    })
    expect(user).toMatchObject({ profile: { displayName: 'Deleted user' }, notifications: [] })
    expect(JSON.stringify(user.sessions)).not.toContain(employer.origin.ip)
    expect(user.email).not.toBe(email)
    expect((await getReceipt(contractor, orderId))?.employer.displayName).toBe('Erin Employer')
    expect((await mailsTo(email))[0]?.subject).toBe('Your account is deleted')
    expect(await db().accountMail.count({ where: { userId: employer.userId } })).toBe(0)

    expectOk(await detachRemovedCard(savedCardId), 'detach the card')
    expectOk(await deleteCustomer(customer.id), 'delete the Customer')
    expectOk(await deleteCustomer(customer.id), 'delete it again')
    const atStripe = expectOk(await retrieveCard(card.stripePaymentMethodId), 'read the card')
    expect(atStripe?.customerId).toBeNull()
    expect(await findStripeCustomer({ customerRowId: customer.id, email })).toEqual({ ok: true, value: null })
    expect(await leave(employer)).toEqual({ ok: false, error: 'wrong_password' })
  })

  test('has nothing open: neither an order, nor money on either side', async () => {
    const { employer, contractor } = parties
    expect([await listObstacles(employer), await listObstacles(contractor)]).toEqual([[], []])
    await newOrder(parties, 'held')
    for (const actor of [employer, contractor]) {
      expect(await listObstacles(actor)).toEqual(['open_orders'])
      expect(await leave(actor)).toEqual({ ok: false, error: 'not_yet' })
    }
    const others = await newParties('pm_card_bypassPending')
    await newOrder(others, 'completed')
    expect(await listObstacles(others.contractor)).toEqual(['balance'])
    expect(await listObstacles(others.employer)).toEqual([])
    expect(await listObstacles(await newAdmin())).toEqual(['admin'])
    const { profile } = await db().user.findUniqueOrThrow({
      where: { id: employer.userId },
      include: { profile: true },
    })
    expect(profile?.displayName).toBe('Erin Employer')
  })
})

test('an export has what is somebody’s and no secret, after their password, three times an hour', async () => {
  const { employer, contractor } = parties
  const orderId = await newOrder(parties, 'delivered')
  const messages = Array.from({ length: 3 }, (_, i) => `${employer.userId} writes ${i}`)
  for (const text of messages) {
    const row = {
      orderId,
      authorId: employer.userId,
      requestKey: newRequestKey(),
      text,
      createdAt: new Date(),
    }
    await db().orderMessage.create({ data: { id: newRequestKey().replace('req', 'msg'), ...row } })
  }
  expect(await exportAccount(employer, 'wrong')).toEqual({ ok: false, error: 'wrong_password' })
  let text = ''
  for await (const piece of expectOk(await exportAccount(employer, password), 'export')) text += piece
  const all = JSON.parse(text)
  expect(all.person).toMatchObject({ email, profile: { displayName: 'Erin Employer' } })
  expect(all.orders).toMatchObject([
    { id: orderId, amount: '10000', payments: [{ status: 'requires_capture' }] },
  ])
  expect(all.messages.map((message: { text: string }) => message.text).sort()).toEqual(messages)
  expect(all.savedCards).toHaveLength(1)
  expect(text).not.toMatch(/argon2|passwordHash/)

  let other = ''
  for await (const piece of expectOk(await exportAccount(contractor, password), 'export')) other += piece
  expect(JSON.parse(other).messagesReceived).toHaveLength(3)
  expect(other).not.toContain(email)
  for (let i = 0; i < 2; i++) expect((await exportAccount(employer, password)).ok).toBe(true)
  expect(await exportAccount(employer, password)).toEqual({ ok: false, error: 'too_many_tries' })
})
