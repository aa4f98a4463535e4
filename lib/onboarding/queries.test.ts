import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeContractor, arrangeDetails } from '../demo/arrange-contractor.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { injectFault, newContractor, newEmployer } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { getPayableAccount } from './payable.ts'
import { getOnboarding, listPayableContractors } from './queries.ts'
import { recordAccount } from './record-account.ts'
import { syncAccountOf } from './sync-account.ts'

beforeAll(async () => {
  await startLocalStripe()
})

const idsFor = async (actor: Actor, q?: string) =>
  (await listPayableContractors(actor, { q })).map(({ userId }) => userId)
const change = (actor: Actor, data: object) =>
  db().connectedAccount.updateMany({ where: { userId: actor.userId }, data })

describe('who can be ordered from', () => {
  test('only those whom Stripe lets be paid, with both documents there and nothing against them', async () => {
    const [employer, paid] = [await newEmployer(), await newContractor()]
    const person = { email: 'half@example.com', displayName: 'Hal Half', password: 'a long enough one' }
    const half = await arrangeContractor(person)
    await arrangeDetails(half)
    expect(await idsFor(employer)).toEqual([paid.userId])
    expect(await getPayableAccount(db(), half.userId)).toBeNull()
    expect(await getPayableAccount(db(), paid.userId)).toMatchObject({ currency: 'usd' })
    for (const data of [
      { payoutsEnabled: false },
      { chargesEnabled: false },
      { transfersStatus: 'pending' },
      { disabledReason: 'rejected.fraud' },
      { disabledReason: 'under_review' },
    ]) {
      await change(paid, data)
      expect(await getPayableAccount(db(), paid.userId)).toBeNull()
      expect(await idsFor(employer)).toEqual([])
      const sane = {
        payoutsEnabled: true,
        chargesEnabled: true,
        transfersStatus: 'active',
        disabledReason: null,
      }
      await change(paid, sane)
    }
    await change(paid, { disabledReason: 'requirements.pending_verification' })
    expect(await idsFor(employer)).toEqual([paid.userId])
    expect(await getPayableAccount(db(), paid.userId)).not.toBeNull()
    await db().identityDocument.deleteMany({
      where: { kind: 'additional', account: { userId: paid.userId } },
    })
    expect(await idsFor(employer)).toEqual([])
    expect(await getPayableAccount(db(), paid.userId)).toBeNull()
  })

  test('are found by name, and not by contractors', async () => {
    const [employer, paid] = [await newEmployer(), await newContractor()]
    expect(await idsFor(employer, 'carl')).toEqual([paid.userId])
    expect(await idsFor(employer, '%')).toEqual([])
    expect(await idsFor(paid)).toEqual([])
    await db().user.update({ where: { id: paid.userId }, data: { suspendedAt: new Date() } })
    expect(await idsFor(employer)).toEqual([])
    expect(await getPayableAccount(db(), paid.userId)).toBeNull()
  })
})

describe('the contractor’s own view', () => {
  test('is nobody else’s', async () => {
    const [employer, paid] = [await newEmployer(), await newContractor()]
    expect(await getOnboarding(employer)).toBeNull()
    expect(await getOnboarding({ ...employer, userId: paid.userId })).toBeNull()
    expect((await getOnboarding(paid))?.standing).toBe('verified')
  })

  test('shows what was known, and says so, while Stripe is away', async () => {
    const paid = await newContractor()
    await change(paid, { syncedAt: null })
    await injectFault({ method: 'GET', path: '/v1/accounts', kind: 'fail_before', count: 3 })
    expect(await getOnboarding(paid)).toMatchObject({ fresh: false, standing: 'verified', person: null })
  })
})

describe('the mirror', () => {
  test('is not put back by an answer that was overtaken', async () => {
    const paid = await newContractor()
    const row = await db().connectedAccount.findFirstOrThrow({ where: { userId: paid.userId } })
    const ahead = new Date(Date.now() + 60_000)
    await change(paid, { chargesEnabled: false, syncedAt: ahead })
    await recordAccount(row.stripeAccountId ?? '')
    expect(await db().connectedAccount.findFirst({ where: { userId: paid.userId } })).toMatchObject({
      chargesEnabled: false,
      syncedAt: ahead,
    })
    await change(paid, { syncedAt: null })
    await syncAccountOf(row.id)
    expect((await db().connectedAccount.findFirst({ where: { userId: paid.userId } }))?.chargesEnabled).toBe(
      true,
    )
  })

  test('is of our accounts only', async () => {
    expect(await recordAccount('acct_of_somebody_else')).toEqual({ ok: true, value: null })
  })
})
