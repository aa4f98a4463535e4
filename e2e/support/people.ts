import type { BrowserContext } from '@playwright/test'
import type { CountryCode } from '#lib/countries.ts'
import { db } from '#lib/db.ts'
import {
  arrangeCompany,
  arrangeCompanyDetails,
  companyDetails,
  companyPerson,
} from '#lib/demo/arrange-company.ts'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '#lib/demo/arrange-contractor.ts'
import { arrangeCard, arrangeEmployer } from '#lib/demo/arrange-employer.ts'
import { arrangeListing } from '#lib/demo/arrange-listing.ts'
import { arrangeOrder, type OrderStage } from '#lib/demo/arrange-order.ts'
import { arrangeVerified } from '#lib/demo/arrange-verified.ts'
import { DEMO_ORIGIN, expectOk } from '#lib/demo/expect-ok.ts'
import { newRequestKey } from '#lib/ids.ts'
import { savePerson } from '#lib/onboarding/save-person.ts'
import { submitCompany } from '#lib/onboarding/submit-company.ts'
import { createAdmin } from '#lib/users/create-admin.ts'
import type { Actor, AdminRole } from '#lib/users/model.ts'
import { encodeSession, SESSION_COOKIE } from '#lib/users/session-token.ts'
import { signIn } from '#lib/users/sign-in.ts'
import { signUp } from '#lib/users/sign-up.ts'

export const PASSWORD = 'a long watch on a calm night'

/** Somebody with an account of their own, whom no other test knows. */
export type Person = { name: string; email: string; actor: Actor }
type TestCard = Parameters<typeof arrangeCard>[1]
export type Employer = Person & { savedCardId: string }

let count = 0

/** A name and an address that nobody else in this run has: "Emma Stone 7". */
export function newcomer(firstName: string): { displayName: string; email: string; password: string } {
  count += 1
  const mark = `${process.env.TEST_WORKER_INDEX ?? '0'}x${count}`
  const displayName = `${firstName} Stone ${mark}`
  return { displayName, email: `${firstName.toLowerCase()}-${mark}@example.test`, password: PASSWORD }
}

function person(input: ReturnType<typeof newcomer>, actor: Actor): Person {
  return { name: input.displayName, email: input.email, actor }
}

/** An employer who has saved one of Stripe's test cards. */
export async function anEmployer(card: TestCard = 'pm_card_visa'): Promise<Employer> {
  const input = newcomer('Emma')
  const actor = await arrangeEmployer(input)
  return { ...person(input, actor), savedCardId: await arrangeCard(actor, card) }
}

/** An employer who has not saved a card yet. */
export async function anEmployerWithoutCard(): Promise<Person> {
  const input = newcomer('Noah')
  return person(input, await arrangeEmployer(input))
}

/** An employer who has not opened the link that was mailed at sign-up. */
export async function anUnverifiedEmployer(): Promise<Person> {
  const input = newcomer('Una')
  const form = { ...input, requestKey: newRequestKey(), role: 'EMPLOYER', country: '' } as const
  const { userId } = expectOk(await signUp(DEMO_ORIGIN, form), 'sign up')
  return person(input, { userId, role: 'EMPLOYER', origin: DEMO_ORIGIN })
}

/** A contractor whom Stripe has verified. */
export async function aVerifiedContractor(): Promise<Person> {
  const input = newcomer('Clara')
  const actor = await arrangeContractor(input)
  await arrangeDetails(actor)
  await arrangeDocuments(actor)
  await untilPayable(actor)
  return person(input, actor)
}

/** A contractor who has given everything but the documents. */
export async function aContractorWithoutDocuments(): Promise<Person> {
  const input = newcomer('Liam')
  const actor = await arrangeContractor(input)
  await arrangeDetails(actor)
  return person(input, actor)
}

/** A contractor who has only signed up. */
export async function aNewContractor(country: CountryCode = 'US'): Promise<Person> {
  const input = newcomer('Nia')
  const form = { ...input, requestKey: newRequestKey(), role: 'CONTRACTOR', country } as const
  const { userId } = expectOk(await signUp(DEMO_ORIGIN, form), 'sign up')
  await arrangeVerified(userId)
  return person(input, { userId, role: 'CONTRACTOR', origin: DEMO_ORIGIN })
}

/** A contractor whose company is to be paid: its people are named, of it and of Olaf Stripe wants documents, and those of its representative are missing. */
export async function aCompany(): Promise<Person> {
  const input = newcomer('Hanna')
  const actor = await arrangeCompany(input, 'GB')
  await arrangeCompanyDetails(actor, 'GB')
  const taxId = '111111111'
  expectOk(
    await submitCompany(actor, { ...companyDetails('GB'), taxId }),
    'give a number that no register knows',
  )
  const olaf = { firstName: 'Olaf', representative: false, dobYear: 1980, line1: '7 Quay Street' }
  expectOk(await savePerson(actor, companyPerson('GB', olaf)), 'name an owner')
  return person(input, actor)
}

export async function anAdmin(adminRole: AdminRole = 'owner'): Promise<Person> {
  const input = newcomer('Alex')
  const { userId } = expectOk(await createAdmin({ ...input, adminRole }), 'make an admin')
  return person(input, { userId, role: 'ADMIN', adminRole, origin: DEMO_ORIGIN })
}

/** Somebody who has signed up in the browser. */
export async function someoneBy(email: string): Promise<Person> {
  const { id, role, adminRole, profile } = await db().user.findUniqueOrThrow({
    where: { email },
    include: { profile: true },
  })
  return {
    name: profile?.displayName ?? '',
    email,
    actor: { userId: id, role, adminRole, origin: DEMO_ORIGIN },
  }
}

/** A published listing with a picture, at $180.00 in five days. Returns its id. */
export function aListing(contractor: Person, title = 'A portrait from a photograph'): Promise<string> {
  const description = 'Head and shoulders, drawn by hand and scanned, 40 × 50 cm.'
  const terms = { category: 'illustration', amount: 18_000n, deliveryDays: 5 } as const
  return arrangeListing(contractor.actor, { title, description, ...terms, hue: 205 })
}

/** An order between two people, taken to a stage by their own commands. Amount in minor units of US dollars. */
export async function anOrder(
  employer: Employer,
  contractor: Person,
  stage: OrderStage,
  amount = 12_000n,
): Promise<{ id: string; title: string }> {
  count += 1
  const title = `Paint the hull ${count}`
  const order = { title, description: 'Two coats of paint below the water line.', amount }
  const parties = {
    employer: employer.actor,
    contractor: contractor.actor,
    savedCardId: employer.savedCardId,
  }
  return { id: await arrangeOrder(parties, order, stage), title }
}

/** Signs somebody in without the form: the cookie that the form would have set. */
export async function giveSession(context: BrowserContext, email: string, webUrl: string): Promise<void> {
  const session = expectOk(await signIn(DEMO_ORIGIN, { email, password: PASSWORD }), 'sign in')
  await context.addCookies([
    {
      name: SESSION_COOKIE.name,
      value: await encodeSession(session),
      url: webUrl.replace('http:', 'https:'),
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    },
  ])
}
