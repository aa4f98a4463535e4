import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { newId } from '../ids.ts'
import { retrieveAccount } from '../stripe/accounts.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage } from '../testing/marketplace.ts'
import { createAccount } from './create-account.ts'

let stripeUrl: string
beforeAll(async () => {
  stripeUrl = await startLocalStripe()
})

async function newUser(country = 'DE'): Promise<string> {
  const id = newId('usr')
  await db().user.create({
    data: {
      id,
      email: `${id}@example.com`,
      passwordHash: 'x',
      role: 'CONTRACTOR',
      profile: { create: { displayName: 'Clara Voss', country } },
    },
  })
  return id
}

const rowsOf = (userId: string) => db().connectedAccount.findMany({ where: { userId } })

async function accountsAtStripe(rowId: string): Promise<number> {
  const response = await fetch(`${stripeUrl}/v1/accounts?limit=100`, {
    headers: { authorization: 'Bearer sk_test_local' },
  })
  const { data } = (await response.json()) as { data: { metadata: Record<string, string> }[] }
  return data.filter(account => account.metadata.connected_account_id === rowId).length
}

describe('opening a contractor’s account', () => {
  test('opens one that we pay for, answer for and collect for, with payouts on demand', async () => {
    const userId = await newUser()
    const opened = await createAccount(userId)
    const [row] = await rowsOf(userId)
    expect(opened).toEqual({ ok: true, value: row?.id })
    expect(row).toMatchObject({
      livemode: false,
      country: 'DE',
      defaultCurrency: 'eur',
      chargesEnabled: false,
    })
    const response = await fetch(`${stripeUrl}/v1/accounts/${row?.stripeAccountId}`, {
      headers: { authorization: 'Bearer sk_test_local' },
    })
    expect(await response.json()).toMatchObject({
      business_type: 'individual',
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'application',
        stripe_dashboard: { type: 'none' },
      },
      settings: { payouts: { schedule: { interval: 'manual' } } },
      metadata: { user_id: userId, connected_account_id: row?.id, livemode: 'false' },
    })
  })

  test('asks the contractor for nothing that the platform can say itself', async () => {
    const userId = await newUser('US')
    await createAccount(userId)
    const [row] = await rowsOf(userId)
    const snapshot = await retrieveAccount(row?.stripeAccountId ?? '')
    const due = snapshot.ok ? snapshot.value.requirements.currentlyDue : []
    expect(due).toContain('individual.first_name')
    expect(due.filter(name => name.startsWith('business_'))).toEqual([])
  })

  test('twenty at once open one', async () => {
    const userId = await newUser()
    const results = await Promise.all(Array.from({ length: 20 }, () => createAccount(userId)))
    const [row, ...others] = await rowsOf(userId)
    expect(others).toEqual([])
    expect(await accountsAtStripe(row?.id ?? '')).toBe(1)
    const opened = results.filter(result => result.ok)
    expect(opened.every(result => result.ok && result.value === row?.id)).toBe(true)
    expect(await createAccount(userId)).toEqual({ ok: true, value: row?.id })
    const audits = await db().auditEvent.count({
      where: { action: 'account.opened', subjectId: row?.id ?? '' },
    })
    expect(audits).toBe(1)
  })

  test('an answer that never came is asked for again, not opened twice', async () => {
    const userId = await newUser()
    const lost = await duringOutage('fail_after', '/v1/accounts', () => createAccount(userId))
    expect(lost).toEqual({ ok: false, error: 'stripe_unavailable' })
    const [half] = await rowsOf(userId)
    expect(half?.stripeAccountId).toBeNull()
    expect(await createAccount(userId)).toMatchObject({ ok: true })
    expect(await accountsAtStripe(half?.id ?? '')).toBe(1)
  })

  test('an answer lost more than a day ago is looked for before anything is opened', async () => {
    const userId = await newUser()
    await createAccount(userId)
    const [row] = await rowsOf(userId)
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    await db().connectedAccount.updateMany({
      where: { userId },
      data: { stripeAccountId: null, createdAt: yesterday },
    })
    await createAccount(userId)
    const [healed] = await rowsOf(userId)
    expect(healed?.stripeAccountId).toBe(row?.stripeAccountId)
  })
})
