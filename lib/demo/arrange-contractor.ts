import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { CountryCode } from '../countries.ts'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { acceptTerms } from '../onboarding/accept-terms.ts'
import { addBankAccount } from '../onboarding/add-bank-account.ts'
import { createAccount } from '../onboarding/create-account.ts'
import type { SubmitDocumentInput } from '../onboarding/document-input-model.ts'
import { getPayableAccount } from '../onboarding/payable.ts'
import { submitDetails } from '../onboarding/submit-details.ts'
import { submitDocument } from '../onboarding/submit-document.ts'
import { syncAccountOf } from '../onboarding/sync-account.ts'
import { createTestBankToken } from '../stripe/test-mode.ts'
import type { Actor } from '../users/model.ts'
import { signUp } from '../users/sign-up.ts'
import type { PersonInput } from './arrange-employer.ts'
import { arrangeVerified } from './arrange-verified.ts'
import { DEMO_ORIGIN, expectOk } from './expect-ok.ts'

/** Signs a contractor up and opens their account at Stripe. */
export async function arrangeContractor(input: PersonInput, country: CountryCode = 'US'): Promise<Actor> {
  const session = expectOk(
    await signUp(DEMO_ORIGIN, { ...input, requestKey: newRequestKey(), role: 'CONTRACTOR', country }),
    'sign up a contractor',
  )
  await arrangeVerified(session.userId)
  expectOk(await createAccount(session.userId), 'open a connected account')
  return { userId: session.userId, role: 'CONTRACTOR', origin: DEMO_ORIGIN }
}

/** A picture that passes for a photo: noise, so that it is neither blank nor the same file twice; coarse, because fine noise takes long. */
export function photo(): Promise<Buffer> {
  const raw = { width: 90, height: 60, channels: 3 } as const
  return sharp(randomBytes(raw.width * raw.height * raw.channels), { raw })
    .resize(900, 600, { kernel: 'nearest' })
    .jpeg()
    .toBuffer()
}

async function upload(
  actor: Actor,
  document: Omit<SubmitDocumentInput, 'requestKey' | 'side'>,
): Promise<void> {
  const bytes = await photo()
  const body = new Blob([new Uint8Array(bytes)]).stream()
  const input = { ...document, requestKey: newRequestKey(), side: 'front' } as const
  expectOk(await submitDocument(actor, input, body), `upload a ${document.type}`)
}

/** Terms, personal details and bank account: everything but the documents. `line1` may be one of Stripe's test values. */
export async function arrangeDetails(actor: Actor, line1 = 'address_full_match'): Promise<void> {
  const { email, profile } = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    include: { profile: true },
  })
  const [firstName = '', lastName = ''] = profile?.displayName.split(' ') ?? []
  const country = profile?.country ?? ''
  expectOk(await acceptTerms(actor), 'accept the terms')
  const details = { firstName, lastName, email, phone: '+14155550100', dobDay: 1, dobMonth: 1, dobYear: 1901 }
  const address = { line1, line2: '', city: 'San Francisco', state: 'CA', postalCode: '94103' }
  const numbers = { idNumber: '000000000', ssnLast4: '' }
  expectOk(await submitDetails(actor, { ...details, ...address, ...numbers }), 'send personal details')
  const bankToken = expectOk(
    await createTestBankToken(country, `${firstName} ${lastName}`),
    'make a bank token',
  )
  expectOk(await addBankAccount(actor, { bankToken }), 'add a bank account')
}

/** Both documents; Stripe checks them in its own time. */
export async function arrangeDocuments(actor: Actor): Promise<void> {
  await upload(actor, { kind: 'identity', type: 'passport' })
  await upload(actor, { kind: 'additional', type: 'proof_of_address' })
}

/** Waits until Stripe has verified the contractor; throws after `secondsMax`. */
export async function untilPayable(actor: Actor, secondsMax = 20): Promise<void> {
  const { id } = await db().connectedAccount.findFirstOrThrow({ where: { userId: actor.userId } })
  for (let tries = 0; tries < secondsMax * 4; tries++) {
    expectOk(await syncAccountOf(id), 'read the account')
    if (await getPayableAccount(db(), actor.userId)) return
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error('The contractor was not verified in time.')
}
