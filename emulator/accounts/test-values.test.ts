import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFiles, describedAccount } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'

let emulator: TestEmulator
let stripe: Stripe

beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})

afterAll(() => emulator.stop())

describe('test values of Stripe', () => {
  it('takes the ready-made test files', async () => {
    const id = await describedAccount(emulator)
    const good = 'file_identity_document_success'
    await attachFiles(stripe, id, {
      document: { front: good, back: good },
      additional_document: { front: good },
    })
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true)
    const other = await describedAccount(emulator)
    await attachFiles(stripe, other, { document: { front: 'file_identity_document_failure' } })
    await emulator.advance(5)
    const errors = (await stripe.accounts.retrieve(other)).requirements?.errors
    expect(errors?.[0]).toMatchObject({
      code: 'verification_failed_document_match',
      requirement: 'individual.verification.document',
    })
  })

  it('checks at once for the birthday 1902-01-01, and stops for 1900-01-01', async () => {
    const id = await describedAccount(emulator)
    await stripe.accounts.update(id, {
      individual: { dob: { day: 1, month: 1, year: 1902 }, id_number: '000000000' },
    })
    const good = 'file_identity_document_success'
    const done = await attachFiles(stripe, id, {
      document: { front: good },
      additional_document: { front: good },
    })
    expect(done.charges_enabled).toBe(true)
    const other = await describedAccount(emulator)
    const listed = await stripe.accounts.update(other, {
      individual: { dob: { day: 1, month: 1, year: 1900 } },
    })
    expect(listed.requirements?.disabled_reason).toBe('listed')
  })
})
