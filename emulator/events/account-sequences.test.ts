import type Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  ADA,
  attachFiles,
  bankToken,
  clockOf,
  describedAccount,
  openAccount,
  uploadDocument,
} from '../testing/contractor.ts'
import { startTestEmulator, type TestEmulator } from '../testing/harness.ts'
import { payableAccount } from '../testing/money.ts'
import { png } from '../testing/png.ts'
import { toldBy } from '../testing/told.ts'

let emulator: TestEmulator
let stripe: Stripe
beforeAll(async () => {
  emulator = await startTestEmulator()
  stripe = emulator.stripe
})
afterAll(() => emulator.stop())

/** An account whose details have been looked at: only its documents are missing. */
async function looked() {
  const id = await describedAccount(emulator)
  await emulator.advance(10)
  return id
}

const account = async () => (await openAccount(stripe, 'US')).id
const payable = () => payableAccount(emulator)

async function describe(id: string) {
  const tos_acceptance = { date: await clockOf(emulator), ip: '203.0.113.7' }
  return stripe.accounts.update(id, { individual: ADA, tos_acceptance })
}

async function provide(id: string, file: string) {
  await attachFiles(stripe, id, { document: { front: file }, additional_document: { front: file } })
}

const good = (id: string) => provide(id, 'file_identity_document_success')
const secondBank = async (id: string) => {
  const external_account = await bankToken(emulator, '000111111116')
  return stripe.accounts.createExternalAccount(id, { external_account })
}

interface Operation {
  name: string
  given?: () => Promise<string>
  when: (id: string) => Promise<unknown>
  told: string[]
}

const CAPABILITIES = ['connected capability.updated', 'connected capability.updated']
const UPDATED = ['connected person.updated', 'connected account.updated']

const OPERATIONS: Operation[] = [
  {
    name: 'a new account',
    when: account,
    told: [...CAPABILITIES, 'connected person.created', 'connected account.updated'],
  },
  {
    name: 'an account that gives its details',
    given: account,
    when: describe,
    told: [...CAPABILITIES, ...UPDATED],
  },
  {
    name: 'an account that gives good documents, and is verified',
    given: looked,
    when: id => good(id).then(() => emulator.advance(10)),
    told: [...CAPABILITIES, ...UPDATED, ...CAPABILITIES, ...UPDATED],
  },
  {
    name: 'an account whose documents are rejected',
    given: looked,
    when: id => provide(id, 'file_identity_document_failure').then(() => emulator.advance(10)),
    told: [...CAPABILITIES, ...UPDATED, ...CAPABILITIES, ...UPDATED],
  },
  {
    name: 'a document uploaded for an account',
    given: account,
    when: id => uploadDocument(stripe, id, png(400, 300, 7)),
    told: [],
  },
  {
    name: 'a bank account added',
    given: payable,
    when: secondBank,
    told: ['connected account.external_account.created', 'connected account.updated'],
  },
  {
    name: 'a bank account changed',
    given: async () => {
      const id = await payable()
      return `${id} ${(await secondBank(id)).id}`
    },
    when: both => {
      const [id = '', bank = ''] = both.split(' ')
      return stripe.accounts.updateExternalAccount(id, bank, { metadata: { why: 'because' } })
    },
    told: ['connected account.external_account.updated', 'connected account.updated'],
  },
  {
    name: 'a bank account deleted',
    given: async () => {
      const id = await payable()
      return `${id} ${(await secondBank(id)).id}`
    },
    when: both => {
      const [id = '', bank = ''] = both.split(' ')
      return stripe.accounts.deleteExternalAccount(id, bank)
    },
    told: ['connected account.external_account.deleted', 'connected account.updated'],
  },
  {
    name: 'an account deleted, that had no dashboard of its own',
    given: account,
    when: id => stripe.accounts.del(id),
    told: [],
  },
  {
    name: 'an account deleted, that had one',
    given: async () => (await stripe.accounts.create({ type: 'standard' })).id,
    when: id => stripe.accounts.del(id),
    told: ['connected account.application.deauthorized'],
  },
  {
    name: 'an account rejected',
    given: payable,
    when: id => stripe.accounts.reject(id, { reason: 'fraud' }),
    told: [...CAPABILITIES, 'connected account.updated'],
  },
]

it.each(OPERATIONS)('$name', async ({ given, when, told }) => {
  await emulator.advance(3600)
  const id = (await given?.()) ?? ''
  expect(await toldBy(emulator, () => when(id))).toEqual(told)
})
