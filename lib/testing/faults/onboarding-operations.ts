import { randomBytes } from 'node:crypto'
import { db } from '../../db.ts'
import { arrangeContractor, arrangeDetails, photo } from '../../demo/arrange-contractor.ts'
import { DEMO_ORIGIN, expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { acceptTerms } from '../../onboarding/accept-terms.ts'
import { addBankAccount } from '../../onboarding/add-bank-account.ts'
import { createAccount } from '../../onboarding/create-account.ts'
import type { SubmitDetailsInput } from '../../onboarding/details-input.ts'
import { submitDetails } from '../../onboarding/submit-details.ts'
import { submitDocument } from '../../onboarding/submit-document.ts'
import { createTestBankToken } from '../../stripe/test-mode.ts'
import type { Actor } from '../../users/model.ts'
import { signUp } from '../../users/sign-up.ts'
import { allowFirstVersion } from '../marketplace.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Operation } from './operation.ts'

type OfContractor = { actor: Actor }

const person = () => ({
  displayName: 'Nia New',
  email: `${randomBytes(6).toString('hex')}@example.com`,
  password: 'correct horse battery staple',
})

const opened = async (): Promise<OfContractor> => ({ actor: await arrangeContractor(person()) })

const rowOf = (actor: Actor) => db().connectedAccount.findFirst({ where: { userId: actor.userId } })

type Account = {
  tos_acceptance: { date: number | null }
  individual?: { first_name?: string | null; verification?: { document: { front: string | null } } }
  external_accounts: Listed<{ last4: string }>
  metadata: Record<string, string>
}

const accountOf = async (actor: Actor): Promise<Account> =>
  atStripe<Account>(`accounts/${(await rowOf(actor))?.stripeAccountId}`)

const open: Operation<OfContractor> = {
  name: 'open a connected account',
  arrange: async () => {
    const input = { ...person(), requestKey: newRequestKey(), role: 'CONTRACTOR', country: 'US' } as const
    const { userId } = expectOk(await signUp(DEMO_ORIGIN, input), 'sign up')
    return { actor: { userId, role: 'CONTRACTOR', origin: DEMO_ORIGIN } }
  },
  run: ({ actor }) => createAccount(actor.userId),
  state: async ({ actor }) => {
    const row = await rowOf(actor)
    const { data } = await atStripe<Listed<Account>>('accounts?limit=100')
    const made = data.filter(({ metadata }) => row && metadata.connected_account_id === row.id).length
    return `${row?.stripeAccountId ? 'known' : 'unknown'}, ${made} at Stripe`
  },
  before: 'unknown, 0 at Stripe',
  after: 'known, 1 at Stripe',
}

/** Stripe lets new platforms open accounts by the second version of its API alone, and says so at the first call. */
const openBySecondVersion: Operation<OfContractor> = {
  ...open,
  name: 'open a connected account by the second version',
  arrange: async cast => {
    await allowFirstVersion(false)
    return open.arrange(cast)
  },
  putBack: () => allowFirstVersion(true),
}

const terms: Operation<OfContractor> = {
  name: 'accept the terms',
  arrange: opened,
  run: ({ actor }) => acceptTerms(actor),
  state: async ({ actor }) => {
    const sent = await db().termsAcceptance.count({ where: { userId: actor.userId, sentAt: { not: null } } })
    const { date } = (await accountOf(actor)).tos_acceptance
    return `${sent > 0 ? 'sent' : 'not sent'}, ${date ? 'accepted' : 'not accepted'} at Stripe`
  },
  before: 'not sent, not accepted at Stripe',
  after: 'sent, accepted at Stripe',
}

const DETAILS: SubmitDetailsInput = {
  firstName: 'Nia',
  lastName: 'New',
  email: 'nia@example.com',
  phone: '+14155550100',
  dobDay: 1,
  dobMonth: 1,
  dobYear: 1901,
  line1: 'address_full_match',
  line2: '',
  city: 'San Francisco',
  state: 'CA',
  postalCode: '94103',
  idNumber: '000000000',
  ssnLast4: '',
}

const details: Operation<OfContractor> = {
  name: 'send personal details',
  arrange: opened,
  run: ({ actor }) => submitDetails(actor, DETAILS),
  state: async ({ actor }) => ((await accountOf(actor)).individual?.first_name ? 'sent' : 'not sent'),
  before: 'not sent',
  after: 'sent',
}

const bank: Operation<OfContractor & { bankToken: string }> = {
  name: 'add a bank account',
  arrange: async () => {
    const { actor } = await opened()
    return { actor, bankToken: expectOk(await createTestBankToken('US', 'Nia New'), 'make a token') }
  },
  run: ({ actor, bankToken }) => addBankAccount(actor, { bankToken }),
  state: async ({ actor }) => {
    const here = (await rowOf(actor))?.externalBankLast4 ?? 'none'
    const there = (await accountOf(actor)).external_accounts.data.map(({ last4 }) => last4)
    return `${here}, at Stripe ${there.join() || 'none'}`
  },
  before: 'none, at Stripe none',
  after: '6789, at Stripe 6789',
  isCompletedByEvents: true,
}

const document: Operation<OfContractor & { requestKey: string; bytes: Uint8Array }> = {
  name: 'send a document',
  arrange: async () => {
    const { actor } = await opened()
    await arrangeDetails(actor)
    return { actor, requestKey: newRequestKey(), bytes: new Uint8Array(await photo()) }
  },
  run: ({ actor, requestKey, bytes }) => {
    const input = { kind: 'identity', type: 'passport', side: 'front', requestKey } as const
    return submitDocument(actor, input, new Blob([new Uint8Array(bytes)]).stream())
  },
  state: async ({ actor }) => {
    const row = await rowOf(actor)
    const rows = await db().identityDocument.findMany({ where: { connectedAccountId: row?.id ?? '' } })
    const { individual } = await accountOf(actor)
    const attached = rows.filter(one => one.attachedAt !== null)
    const isThere = attached[0] && individual?.verification?.document.front === attached[0].stripeFileId
    // A file that was handed over and not attached yet does nothing; the same form goes on from it.
    return attached.length === 0
      ? 'nothing attached'
      : `${attached.length} attached, ${isThere ? '' : 'not '}there`
  },
  before: 'nothing attached',
  after: '1 attached, there',
}

export const ONBOARDING_OPERATIONS = [open, openBySecondVersion, terms, details, bank, document]
