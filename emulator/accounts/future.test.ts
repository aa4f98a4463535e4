import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY } from '../core/clock.ts'
import { ADA, clockOf, describedAccount, openAccount } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payableAccount } from '../testing/money.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const announce = (account: string, days: number) =>
  emulator.control('POST', 'requirements', { account, seconds: days * DAY })
const NUMBER = ['individual.id_number']

it('tells what was announced, with its day, and then asks for it', async () => {
  const id = await payableAccount(emulator)
  const before = await stripe.accounts.retrieve(id)
  expect(before.future_requirements).toMatchObject({ currently_due: [], eventually_due: NUMBER })
  const at = (await clockOf(emulator)) + 30 * DAY
  expect(await toldBy(emulator, () => announce(id, 30))).toEqual([
    'connected person.updated',
    'connected account.updated',
  ])
  const announced = await stripe.accounts.retrieve(id)
  expect(announced).toMatchObject({
    charges_enabled: true,
    future_requirements: { currently_due: NUMBER, current_deadline: expect.any(Number), past_due: [] },
    individual: { future_requirements: { currently_due: ['id_number'] } },
    requirements: { currently_due: [], current_deadline: null },
  })
  expect(announced.future_requirements?.current_deadline).toBeGreaterThanOrEqual(at)
  await emulator.advance(30 * DAY)
  const asked = await stripe.accounts.retrieve(id)
  expect(asked).toMatchObject({
    charges_enabled: true,
    future_requirements: { currently_due: [], current_deadline: null },
    requirements: { currently_due: NUMBER, past_due: [] },
  })
  expect(asked.requirements?.current_deadline).toBeGreaterThanOrEqual(at + 14 * DAY)
  await emulator.advance(14 * DAY)
  expect(await stripe.accounts.retrieve(id)).toMatchObject({
    charges_enabled: false,
    requirements: { past_due: NUMBER },
  })
})

it('asks for nothing on the day when all was given before', async () => {
  const id = await describedAccount(emulator)
  const known = { dob: { day: 1, month: 1, year: 1901 }, address: { line1: 'address_full_match' } }
  await stripe.accounts.update(id, { individual: known })
  await emulator.advance(60)
  await announce(id, 30)
  await stripe.accounts.update(id, { individual: { id_number: '000000000' } })
  await emulator.advance(60)
  expect((await stripe.accounts.retrieve(id)).future_requirements?.currently_due).toEqual([])
  await emulator.advance(60 * DAY)
  expect(await stripe.accounts.retrieve(id)).toMatchObject({
    charges_enabled: true,
    future_requirements: { currently_due: [], current_deadline: null },
    requirements: { currently_due: [] },
  })
})

it('is put off when another day is announced, and is of an account that is there', async () => {
  const id = await payableAccount(emulator)
  await announce(id, 10)
  await announce(id, 20)
  await emulator.advance(15 * DAY)
  expect(await stripe.accounts.retrieve(id)).toMatchObject({
    future_requirements: { currently_due: NUMBER },
    requirements: { currently_due: [] },
  })
  await expect(announce('acct_none', 1)).rejects.toThrow('There is no account acct_none')
})

it('asks for everything at once where the address of an account says so', async () => {
  const account = await stripe.accounts.create({
    type: 'custom',
    country: 'US',
    business_type: 'individual',
    email: 'ada+enforce_future_requirements@example.com',
    capabilities: { transfers: { requested: true } },
    individual: ADA,
  })
  expect(account.requirements?.currently_due).toEqual(
    expect.arrayContaining([...NUMBER, 'individual.verification.document']),
  )
})

it('offers words about the business instead of its website', async () => {
  const { id } = await openAccount(stripe, 'US')
  const bare = await stripe.accounts.create({
    type: 'custom',
    country: 'US',
    capabilities: { transfers: { requested: true } },
  })
  expect(bare.requirements?.alternatives).toEqual([
    {
      alternative_fields_due: ['business_profile.product_description'],
      original_fields_due: ['business_profile.url'],
    },
  ])
  expect((await stripe.accounts.retrieve(id)).requirements?.alternatives).toEqual([])
})
