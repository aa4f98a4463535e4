import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { arrangeContractor } from '../demo/arrange-contractor.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { createTestBankToken } from '../stripe/test-mode.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { duringOutage } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { addBankAccount } from './add-bank-account.ts'
import { addBankAccountInput } from './model.ts'
import { getOnboarding } from './queries.ts'

beforeAll(async () => {
  await startLocalStripe()
})

let count = 0
async function contractor(): Promise<Actor> {
  count += 1
  const email = `bank${count}@example.com`
  return arrangeContractor({ email, displayName: 'Clara Voss', password: 'a long enough one' })
}
const token = async () => expectOk(await createTestBankToken('US', 'Clara Voss'), 'make a bank token')

describe('a bank account', () => {
  test('comes as a token and is known by its last digits only', async () => {
    const actor = await contractor()
    expect(await addBankAccount(actor, { bankToken: await token() })).toEqual({ ok: true, value: undefined })
    const view = await getOnboarding(actor)
    expect(view?.bank).toMatchObject({ last4: '6789', currency: 'usd' })
    expect(view?.steps.find(({ id }) => id === 'bank')?.state).toBe('done')
    const rows = await db().connectedAccount.findMany({ where: { userId: actor.userId } })
    expect(
      JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('000123456789')
  })

  test('sent again after the answer was lost is the same bank account', async () => {
    const actor = await contractor()
    const bankToken = await token()
    const lost = await duringOutage('fail_after', '/v1/accounts/:id', () =>
      addBankAccount(actor, { bankToken }),
    )
    expect(lost).toEqual({ ok: false, error: 'stripe_unavailable' })
    expect(await addBankAccount(actor, { bankToken })).toMatchObject({ ok: true })
    expect((await getOnboarding(actor))?.bank?.last4).toBe('6789')
  })

  test('of a token that is none, or somebody else has used, is refused in words', async () => {
    const [actor, other] = [await contractor(), await contractor()]
    expect(await addBankAccount(actor, { bankToken: 'btok_doesnotexist' })).toEqual({
      ok: false,
      error: 'bank_refused',
    })
    const bankToken = await token()
    await addBankAccount(other, { bankToken })
    expect(await addBankAccount(actor, { bankToken })).toMatchObject({ ok: false })
    expect((await getOnboarding(actor))?.bank).toBeNull()
  })

  test.each(['', '000123456789', 'tok_visa', 'btok_', 'btok_1; DROP'])('%j is no token', bankToken => {
    expect(addBankAccountInput.safeParse({ bankToken }).success).toBe(false)
  })
})
