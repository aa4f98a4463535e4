import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { newRequestKey } from '../ids.ts'
import { answerBank, newCheckedCard } from '../testing/bank-check.ts'
import { doAtStripe } from '../testing/faults/at-stripe.ts'
import { standing } from '../testing/faults/order-operations.ts'
import { expectInvariants, expectLedgerIsStripe } from '../testing/invariants.ts'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newOrder, newParties } from '../testing/marketplace.ts'
import { latestKinds, orderOf, resumeAll } from '../testing/order-history.ts'
import { authorizeOrder } from './authorize-order.ts'
import { capturePayment } from './capture-payment.ts'
import { finishAuthentication } from './finish-authentication.ts'
import { giveUpRenewal } from './give-up-renewal.ts'
import { getPayment } from './queries.ts'
import { releaseHold } from './release-hold.ts'
import { renewHold } from './renew-hold.ts'
import { syncPayment } from './sync-payment.ts'

// Renewals that wait for 3D Secure.

const HOUR = 3600
let parties: Parties
let checked: string

afterEach(expectInvariants)
afterEach(expectLedgerIsStripe)
beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
  checked = await newCheckedCard(parties.employer)
})

const renew = (orderId: string, savedCardId = parties.savedCardId) =>
  renewHold(parties.employer, { orderId, savedCardId, requestKey: newRequestKey() })

/** Begins a renewal that waits for the bank's check; its client secret. */
async function beginChecked(orderId: string): Promise<{ paymentId: string; clientSecret: string }> {
  const begun = await renew(orderId, checked)
  if (!begun.ok || begun.value.status !== 'requires_action')
    throw new Error(`not to be checked: ${JSON.stringify(begun)}`)
  return begun.value
}

test('a bank that wants to check has the old hold stand until it is done', async () => {
  const orderId = await newOrder(parties, 'held')
  const { paymentId, clientSecret } = await beginChecked(orderId)
  expect(await standing(orderId)).toBe('held: requires_action, requires_capture')
  const renewal = { status: 'requires_action', savedCardId: checked }
  expect(await getPayment(parties.employer, orderId)).toMatchObject({ status: 'requires_capture', renewal })
  expect(await beginChecked(orderId)).toEqual({ paymentId, status: 'requires_action', clientSecret })
  await answerBank(clientSecret, 'complete')
  expect(await finishAuthentication(parties.employer, { paymentId })).toMatchObject({
    value: { status: 'requires_capture' },
  })
  await resumeAll(orderId)
  expect(await standing(orderId)).toBe('held: requires_capture, canceled')
})

test('a check that is failed, given up, left for a day or for another card ends that renewal alone', async () => {
  const orderId = await newOrder(parties, 'held')
  const failed = await beginChecked(orderId)
  await answerBank(failed.clientSecret, 'fail')
  const { paymentId } = failed
  expect(await finishAuthentication(parties.employer, { paymentId })).toEqual({
    ok: false,
    error: 'authentication_failed',
  })
  await beginChecked(orderId)
  expect(await giveUpRenewal(parties.contractor, { orderId })).toEqual({ ok: false, error: 'not_found' })
  expect(await giveUpRenewal(parties.employer, { orderId })).toEqual({ ok: true, value: undefined })
  expect(await giveUpRenewal(parties.employer, { orderId })).toEqual({ ok: true, value: undefined })
  const late = await beginChecked(orderId)
  await db().payment.update({
    where: { id: late.paymentId },
    data: { createdAt: new Date(Date.now() - 25 * HOUR * 1000) },
  })
  await resumeAll(orderId)
  expect(await standing(orderId)).toBe('held: canceled, canceled, canceled, requires_capture')
  expect(await latestKinds(orderId, 2)).toEqual(['renewal_ended', 'renewal_ended'])
  await beginChecked(orderId)
  expect(await renew(orderId)).toMatchObject({ ok: true, value: { status: 'held' } })
  await resumeAll(orderId)
  expect(await standing(orderId)).toBe(
    'held: requires_capture, canceled, canceled, canceled, canceled, canceled',
  )
})

test('a form of checkout that is still open elsewhere finds the hold, and leaves the renewal alone', async () => {
  const orderId = await newOrder(parties, 'held')
  const { clientSecret } = await beginChecked(orderId)
  const [old] = (await orderOf(orderId)).payments
  // A row that was written last is not found first.
  await db().payment.update({ where: { id: old?.id ?? '' }, data: { updatedAt: new Date() } })
  for (const savedCardId of [checked, parties.savedCardId]) {
    const form = { orderId, savedCardId, requestKey: newRequestKey() }
    expect(await authorizeOrder(parties.employer, form)).toEqual({ ok: false, error: 'already_held' })
  }
  expect(await standing(orderId)).toBe('held: requires_action, requires_capture')
  await answerBank(clientSecret, 'complete')
  await resumeAll(orderId)
})

test.each(['approved', 'canceled'] as const)(
  'a check that is passed after the order was %s holds nothing for long',
  async what => {
    const orderId = await newOrder(parties, 'held')
    const { clientSecret } = await beginChecked(orderId)
    const done =
      what === 'approved'
        ? await capturePayment(parties.employer, { orderId })
        : await releaseHold(parties.contractor, { orderId, note: '' })
    expect(done).toMatchObject({ ok: true })
    await answerBank(clientSecret, 'complete')
    await resumeAll(orderId)
    expect(await standing(orderId)).toBe(
      what === 'approved' ? 'completed: canceled, captured 10000' : 'canceled: canceled, canceled',
    )
  },
)

test.each([
  ['held', ['expire', 'hold']],
  ['delivered', ['expire', 'hold', 'deliver']],
] as const)(
  'a check passed after the old hold expired brings a %s order back to where it was',
  async (stage, history) => {
    const orderId = await newOrder(parties, stage)
    const { paymentId, clientSecret } = await beginChecked(orderId)
    const [old] = (await orderOf(orderId)).payments
    await doAtStripe(`payment_intents/${old?.stripePaymentIntentId}/cancel`)
    await syncPayment(old?.stripePaymentIntentId ?? '')
    expect(await standing(orderId)).toBe('placed: requires_action, canceled')
    await answerBank(clientSecret, 'complete')
    await finishAuthentication(parties.employer, { paymentId })
    await resumeAll(orderId)
    expect(await standing(orderId)).toBe(`${stage}: requires_capture, canceled`)
    expect(await latestKinds(orderId, history.length)).toEqual(history)
  },
)
