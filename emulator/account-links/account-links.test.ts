import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openAccount } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { png } from '../testing/png.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

const URLS = { refresh_url: 'https://shop.example.com/again', return_url: 'https://shop.example.com/done' }

const ANSWERS: Record<string, string> = {
  'bank.routing_number': '110000000',
  'bank.account_number': '000123456789',
  'individual.address.city': 'Austin',
  'individual.address.line1': '1 Main Street',
  'individual.address.postal_code': '78701',
  'individual.address.state': 'TX',
  'individual.dob.day': '10',
  'individual.dob.month': '12',
  'individual.dob.year': '1985',
  'individual.email': 'ada@example.com',
  'individual.first_name': 'Ada',
  'individual.last_name': 'Byron',
  'individual.phone': '+12025550123',
  'individual.ssn_last_4': '0000',
  accepted: 'true',
}

function submit(url: string, answers: Record<string, string>, files: Record<string, Buffer> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(answers)) body.set(name, value)
  for (const [name, bytes] of Object.entries(files))
    body.set(name, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), `${name}.png`)
  return fetch(url, { method: 'POST', body, redirect: 'manual' })
}

function newLink(account: string) {
  return stripe.accountLinks.create({ account, type: 'account_onboarding', ...URLS })
}

it('leads to a page that asks for what is due, and works once', async () => {
  const { id } = await openAccount(stripe, 'US')
  const link = await newLink(id)
  expect(link).toMatchObject({ object: 'account_link', expires_at: link.created + 300 })
  const page = await (await fetch(link.url)).text()
  for (const name of ['individual.first_name', 'bank.account_number', 'accepted'])
    expect(page).toContain(`name="${name}"`)
  const sent = await submit(link.url, ANSWERS)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, URLS.return_url])
  expect(await stripe.accounts.retrieve(id)).toMatchObject({
    details_submitted: true,
    individual: { first_name: 'Ada', phone: '+12025550123' },
    requirements: { currently_due: [] },
  })
  const again = await fetch(link.url, { redirect: 'manual' })
  expect(again.headers.get('location')).toBe(URLS.refresh_url)
})

it('takes documents, and says what was refused', async () => {
  const { id } = await openAccount(stripe, 'US')
  await submit((await newLink(id)).url, ANSWERS)
  await emulator.advance(5)
  const link = await newLink(id)
  expect(await (await fetch(link.url)).text()).toContain(
    'name="individual.verification.document.front" type="file"',
  )
  const refused = await submit(link.url, {}, { 'individual.verification.document.front': Buffer.from('no') })
  expect(await refused.text()).toMatch(/role="alert">We don&#39;t|role="alert">We don't currently support/)
  const sent = await submit(
    link.url,
    {},
    {
      'individual.verification.document.front': png(30, 20, 1),
      'individual.verification.additional_document.front': png(30, 20, 2),
    },
  )
  expect(sent.headers.get('location')).toBe(URLS.return_url)
  await emulator.advance(5)
  expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true)
})

it('expires, and is refused where the page is not ours to show', async () => {
  const { id } = await openAccount(stripe, 'US')
  const link = await newLink(id)
  await emulator.advance(301)
  const late = await fetch(link.url, { redirect: 'manual' })
  expect(late.headers.get('location')).toBe(URLS.refresh_url)
  const express = await stripe.accounts.create({ type: 'express' })
  const update = { account: express.id, type: 'account_update', ...URLS } as const
  await expect(stripe.accountLinks.create(update)).rejects.toMatchObject({ statusCode: 400, param: 'type' })
  const nowhere = { account: id, type: 'account_onboarding', ...URLS, return_url: 'done' } as const
  await expect(stripe.accountLinks.create(nowhere)).rejects.toMatchObject({ code: 'url_invalid' })
})

it('is not the only way in: sessions open components, balance settings the payout schedule', async () => {
  const { id } = await openAccount(stripe, 'US')
  const session = await stripe.accountSessions.create({
    account: id,
    components: { account_onboarding: { enabled: true } },
  })
  expect(session.client_secret).toMatch(`${id}_secret_`)
  expect(session.components).toMatchObject({
    account_onboarding: { enabled: true },
    payments: { enabled: false, features: { refund_management: false } },
  })
  const on = { stripeAccount: id }
  const weekly = { interval: 'weekly', weekly_payout_days: ['friday'] } as const
  const updated = await stripe.balanceSettings.update(
    { payments: { payouts: { schedule: { ...weekly, weekly_payout_days: ['friday'] } } } },
    on,
  )
  expect(updated.payments.payouts?.schedule).toEqual({ interval: 'weekly', weekly_payout_days: ['friday'] })
  expect((await stripe.balanceSettings.retrieve({}, on)).payments.payouts?.status).toBe('disabled')
  expect((await stripe.accounts.retrieve(id)).settings?.payouts?.schedule.interval).toBe('weekly')
})
