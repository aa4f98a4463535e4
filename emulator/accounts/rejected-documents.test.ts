import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachFiles, describedAccount, uploadDocument } from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { png } from '../testing/png.ts'

let emulator: TestEmulator
let stripe: Stripe

beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})

afterAll(() => emulator.stop())

describe('a rejected document', () => {
  it.each([
    ['passport-expired.png', '', 'verification_document_expired'],
    ['scan_not_readable.png', '', 'verification_document_not_readable'],
    ['greyscale.png', '', 'verification_document_failed_greyscale'],
    ['FAIL.png', '', 'verification_failed_document_match'],
    ['document.png', 'local-stripe:name_mismatch', 'verification_document_name_mismatch'],
  ])('%s %s -> %s', async (name, mark, code) => {
    const id = await describedAccount(emulator)
    const bytes = Buffer.concat([png(20, 20, 1), Buffer.from(mark)])
    const file = await uploadDocument(stripe, id, bytes, name)
    await attachFiles(stripe, id, { document: { front: file.id } })
    await emulator.advance(5)
    const account = await stripe.accounts.retrieve(id)
    expect(account.requirements?.errors).toMatchObject([
      { code, requirement: 'individual.verification.document' },
    ])
    expect(account.requirements?.currently_due).toContain('individual.verification.document')
    expect(account.individual?.verification?.document?.front).toBeNull()
  })

  it('is not taken a second time, and another one mends it', async () => {
    const id = await describedAccount(emulator)
    const bytes = png(9000, 20, 3)
    await attachFiles(stripe, id, { document: { front: (await uploadDocument(stripe, id, bytes)).id } })
    await emulator.advance(5)
    const tooLarge = await stripe.accounts.retrieve(id)
    expect(tooLarge.requirements?.errors?.[0]?.code).toBe('verification_document_too_large')
    await attachFiles(stripe, id, { document: { front: (await uploadDocument(stripe, id, bytes)).id } })
    await emulator.advance(5)
    const copy = await stripe.accounts.retrieve(id)
    expect(copy.requirements?.errors?.[0]?.code).toBe('verification_document_failed_copy')
    const good = await uploadDocument(stripe, id, png(20, 20, 4))
    const again = await attachFiles(stripe, id, {
      document: { front: good.id },
      additional_document: { front: 'file_identity_document_success' },
    })
    expect(again.requirements?.errors).toEqual([])
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true)
  })

  it('also rejects numbers and addresses that do not match', async () => {
    const id = await describedAccount(emulator)
    await stripe.accounts.update(id, {
      individual: { id_number: '111111111', address: { line1: 'address_no_match' } },
    })
    await emulator.advance(5)
    const account = await stripe.accounts.retrieve(id)
    expect(account.requirements?.errors?.map(error => [error.requirement, error.code])).toEqual([
      ['individual.address.line1', 'verification_failed_address_match'],
      ['individual.ssn_last_4', 'verification_failed_id_number_match'],
    ])
    await stripe.accounts.update(id, {
      individual: { id_number: '000000000', address: { line1: '1 Main Street' } },
    })
    await emulator.advance(5)
    expect((await stripe.accounts.retrieve(id)).requirements?.errors).toEqual([])
  })
})
