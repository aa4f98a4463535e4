import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerChallenge, payWith } from '../testing/cards.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

describe('3D Secure', () => {
  it('is asked for, passed, and the payment goes on', async () => {
    const intent = await payWith(emulator, '4000002760003184', { capture_method: 'manual' })
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: { type: 'use_stripe_sdk' },
      latest_charge: null,
    })
    expect((await stripe.events.list({ limit: 1 })).data[0]?.type).toBe('payment_intent.requires_action')
    const { status, body } = await answerChallenge(emulator, intent.client_secret, 'complete')
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'requires_capture', next_action: null })
    expect((await answerChallenge(emulator, intent.client_secret, 'complete')).status).toBe(400)
  })

  it('is failed, and the payment wants another card', async () => {
    const intent = await payWith(emulator, '4000000000003220')
    await answerChallenge(emulator, intent.client_secret, 'fail')
    const after = await stripe.paymentIntents.retrieve(intent.id)
    expect(after).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
    const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' })
    expect(paid.status).toBe('succeeded')
  })

  it('may be followed by a decline, told by the intent', async () => {
    const intent = await payWith(emulator, '4000008400001629')
    const { status, body } = await answerChallenge(emulator, intent.client_secret, 'complete')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'card_declined' },
    })
  })

  it('cannot be done without the payer', async () => {
    await expect(payWith(emulator, '4000002760003184', { off_session: true })).rejects.toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_required',
    })
  })

  it('opens only to who knows the client secret', async () => {
    const intent = await payWith(emulator, '4000002760003184')
    expect((await answerChallenge(emulator, `${intent.id}_secret_guess`, 'complete')).status).toBe(404)
    const client_secret = intent.client_secret ?? ''
    const seen = await emulator.browser.paymentIntents.retrieve(intent.id, { client_secret })
    expect(seen).toMatchObject({ id: intent.id, status: 'requires_action' })
    expect(seen).not.toHaveProperty('application_fee_amount')
    await expect(emulator.browser.paymentIntents.retrieve(intent.id)).rejects.toMatchObject({
      param: 'client_secret',
    })
  })
})
