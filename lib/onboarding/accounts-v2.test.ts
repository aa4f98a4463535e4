import { beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { examine } from '../doctor/examine.ts'
import { newId } from '../ids.ts'
import { retrieveAccount } from '../stripe/accounts.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { allowFirstVersion, duringOutage, newOrder, newParties, OUTAGES } from '../testing/marketplace.ts'
import { createAccount } from './create-account.ts'

let stripeUrl: string
beforeAll(async () => {
  stripeUrl = await startLocalStripe()
  await allowFirstVersion(false)
})

async function newContractorUser(): Promise<string> {
  const id = newId('usr')
  const profile = { create: { displayName: 'Clara Voss', country: 'DE' } }
  const data = { id, email: `${id}@example.com`, passwordHash: 'x', role: 'CONTRACTOR', profile } as const
  await db().user.create({ data })
  return id
}

const rowOf = (userId: string) => db().connectedAccount.findFirstOrThrow({ where: { userId } })

async function countAtStripe(rowId: string): Promise<number> {
  const headers = { authorization: 'Bearer sk_test_local' }
  const response = await fetch(`${stripeUrl}/v1/accounts?limit=100`, { headers })
  const { data } = (await response.json()) as { data: { metadata: Record<string, string> }[] }
  return data.filter(account => account.metadata.connected_account_id === rowId).length
}

const accountsFinding = async () => (await examine([])).find(({ check }) => check === 'accounts')

test('a platform that Stripe refuses the first version opens accounts by the second, and is paid through them', async () => {
  const parties = await newParties()
  const { stripeAccountId, payoutInterval } = await rowOf(parties.contractor.userId)
  expect(payoutInterval).toBe('manual')
  const answer = await fetch(`${stripeUrl}/v1/accounts/${stripeAccountId}`, {
    headers: { authorization: 'Bearer sk_test_local' },
  })
  expect(await answer.json()).toMatchObject({
    controller: {
      fees: { payer: 'application' },
      losses: { payments: 'application' },
      requirement_collection: 'application',
      stripe_dashboard: { type: 'none' },
    },
    business_type: 'individual',
    business_profile: { mcc: '8999' },
    capabilities: { card_payments: 'active', transfers: 'active' },
    settings: { payouts: { schedule: { interval: 'manual' } } },
  })
  const order = await db().order.findUniqueOrThrow({ where: { id: await newOrder(parties, 'completed') } })
  expect(order.status).toBe('completed')
})

test.each(OUTAGES)('one account comes of it also when Stripe is %s in between', async kind => {
  const userId = await newContractorUser()
  for (const path of ['/v2/core/accounts', '/v1/accounts/:id']) {
    expect(await duringOutage(kind, path, () => createAccount(userId))).toEqual({
      ok: false,
      error: 'stripe_unavailable',
    })
  }
  const [one, two] = await Promise.all([createAccount(userId), createAccount(userId)])
  expect([one.ok, two.ok]).toContain(true)
  expect((await createAccount(userId)).ok).toBe(true)
  const row = await rowOf(userId)
  expect(await countAtStripe(row.id)).toBe(1)
  expect(await retrieveAccount(row.stripeAccountId ?? '')).toMatchObject({ ok: true })
})

test('where neither version opens one, the check before going live says so in words until the wall is gone', async () => {
  expect(await accountsFinding()).toMatchObject({ state: 'ok' })
  const userId = await newContractorUser()
  await db().connectedAccount.create({
    data: { id: newId('cac'), userId, livemode: false, country: 'DE', defaultCurrency: 'eur' },
  })
  await db().userProfile.update({ where: { userId }, data: { country: 'XX' } })
  expect(await createAccount(userId)).toEqual({ ok: false, error: 'account_refused' })
  expect(await accountsFinding()).toMatchObject({
    state: 'failed',
    text: expect.stringMatching(/^doctor\.wall_first_version/),
    link: expect.stringContaining('feat_accounts_v1_support'),
  })
  await db().userProfile.update({ where: { userId }, data: { country: 'DE' } })
  await allowFirstVersion(true)
  expect((await createAccount(userId)).ok).toBe(true)
  expect(await accountsFinding()).toMatchObject({ state: 'ok' })
  expect(await countAtStripe((await rowOf(userId)).id)).toBe(1)
})
