import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { eventTypes, funds } from '../testing/money.ts'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.stop())

it('a top-up is money a day later, unless it is canceled before', async () => {
  const { topups, balanceTransactions } = emulator.stripe
  const arriving = await topups.create({
    amount: 5000,
    currency: 'usd',
    description: 'More',
    metadata: { a: '1' },
  })
  const canceled = await topups.create({ amount: 700, currency: 'usd' })
  expect(arriving).toMatchObject({ status: 'pending', balance_transaction: null, metadata: { a: '1' } })
  expect((await topups.cancel(canceled.id)).status).toBe('canceled')
  await expect(topups.cancel(canceled.id)).rejects.toMatchObject({ statusCode: 400 })
  expect(await funds(emulator)).toEqual([0, 0])
  await emulator.advance(86_400)
  const arrived = await topups.retrieve(arriving.id)
  expect(arrived.status).toBe('succeeded')
  expect(await funds(emulator)).toEqual([5000, 0])
  const transaction = await balanceTransactions.retrieve(String(arrived.balance_transaction), {
    expand: ['source'],
  })
  expect(transaction).toMatchObject({ type: 'topup', net: 5000, source: { object: 'topup' } })
  expect((await topups.list({ status: 'succeeded' })).data.map(({ id }) => id)).toEqual([arriving.id])
  const told = (await eventTypes(emulator)).filter(type => type.startsWith('topup.'))
  expect(told).toEqual(['topup.created', 'topup.created', 'topup.canceled', 'topup.succeeded'])
})

it('a top-up from a bad bank account does not come, or does not stay', async () => {
  const { topups } = emulator.stripe
  const [before = 0] = await funds(emulator)
  const terms = { amount: 900, currency: 'usd' }
  const failing = await topups.create({ ...terms, source: 'btok_us_verified_noAccount' })
  const taken = await topups.create({ ...terms, source: 'btok_us_verified_debitNotAuthorized' })
  await emulator.advance(86_400)
  expect(await topups.retrieve(failing.id)).toMatchObject({ status: 'failed', failure_code: 'no_account' })
  expect(await funds(emulator)).toEqual([before + 900, 0])
  await emulator.advance(86_400)
  expect(await topups.retrieve(taken.id)).toMatchObject({
    status: 'reversed',
    failure_code: 'debit_not_authorized',
  })
  expect(await funds(emulator)).toEqual([before, 0])
  const payout = await emulator.stripe.payouts.create({ ...terms, expand: ['destination'] })
  expect(payout.destination).toMatchObject({ object: 'bank_account', last4: '6789' })
  const told = (await eventTypes(emulator)).slice(-4)
  expect(told).toEqual(['topup.failed', 'topup.succeeded', 'topup.reversed', 'payout.created'])
})
