import type { BrowserContext } from '@playwright/test'
import { db } from '#lib/db.ts'
import { arrangeCompany, arrangeCompanyDetails, companyPerson } from '#lib/demo/arrange-company.ts'
import {
  arrangeContractor,
  arrangeDetails,
  arrangeDocuments,
  untilPayable,
} from '#lib/demo/arrange-contractor.ts'
import { arrangeCard, arrangeEmployer } from '#lib/demo/arrange-employer.ts'
import { arrangeListing } from '#lib/demo/arrange-listing.ts'
import { arrangeOrder, type OrderStage } from '#lib/demo/arrange-order.ts'
import { arrangeProject } from '#lib/demo/arrange-project.ts'
import { DEMO_ORIGIN, expectOk } from '#lib/demo/expect-ok.ts'
import { newRequestKey } from '#lib/ids.ts'
import { authenticationPath } from '#lib/notifications/authentication-link.ts'
import { objectToRecovery } from '#lib/objections/object-to-recovery.ts'
import { declineOffer } from '#lib/offers/decline-offer.ts'
import { makeOffer } from '#lib/offers/make-offer.ts'
import { requestOffer } from '#lib/offers/request-offer.ts'
import { savePerson } from '#lib/onboarding/save-person.ts'
import { recoverFromContractor } from '#lib/recoveries/recover-from-contractor.ts'
import { createAdmin } from '#lib/users/create-admin.ts'
import type { Actor, ContractorCountry } from '#lib/users/model.ts'
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
export async function aNewContractor(country: ContractorCountry = 'US'): Promise<Person> {
  const input = newcomer('Nia')
  const form = { ...input, requestKey: newRequestKey(), role: 'CONTRACTOR', country } as const
  const { userId } = expectOk(await signUp(DEMO_ORIGIN, form), 'sign up')
  return person(input, { userId, role: 'CONTRACTOR', origin: DEMO_ORIGIN })
}

/** A contractor whose company is to be paid: its people are named, of Olaf Stripe wants documents, and its own are missing. */
export async function aCompany(): Promise<Person> {
  const input = newcomer('Hanna')
  const actor = await arrangeCompany(input, 'GB')
  await arrangeCompanyDetails(actor, 'GB')
  const olaf = { firstName: 'Olaf', representative: false, dobYear: 1980, line1: '7 Quay Street' }
  expectOk(await savePerson(actor, companyPerson('GB', olaf)), 'name an owner')
  return person(input, actor)
}

export async function anAdmin(): Promise<Person> {
  const input = newcomer('Alex')
  const { userId } = expectOk(await createAdmin(input), 'make an admin')
  return person(input, { userId, role: 'ADMIN', origin: DEMO_ORIGIN })
}

/** Somebody who has signed up in the browser. */
export async function someoneBy(email: string): Promise<Person> {
  const { id, role, profile } = await db().user.findUniqueOrThrow({
    where: { email },
    include: { profile: true },
  })
  return { name: profile?.displayName ?? '', email, actor: { userId: id, role, origin: DEMO_ORIGIN } }
}

/** A published listing with a picture, at $180.00 in five days. Returns its id. */
export function aListing(contractor: Person, title = 'A portrait from a photograph'): Promise<string> {
  const description = 'Head and shoulders, drawn by hand and scanned, 40 × 50 cm.'
  return arrangeListing(contractor.actor, { title, description, amount: 18_000n, deliveryDays: 5, hue: 205 })
}

/** What an employer asks of a contractor, and what became of it. Returns its id. */
export async function anOffer(
  employer: Person,
  contractor: Person,
  stage: 'requested' | 'offered' | 'declined',
): Promise<string> {
  const brief = 'A sign for our bakery, one metre wide, by the end of spring.'
  const contractorId = contractor.actor.userId
  const asked = await requestOffer(employer.actor, { contractorId, brief, requestKey: newRequestKey() })
  const { offerId } = expectOk(asked, 'ask for an offer')
  if (stage === 'requested') return offerId
  const terms = { title: 'A sign of oak', description: 'Carved and gilded by hand.', deliveryDays: 21 }
  const made = await makeOffer(contractor.actor, { offerId, ...terms, amount: 64_000n, currency: 'usd' })
  expectOk(made, 'make an offer')
  if (stage === 'declined') expectOk(await declineOffer(employer.actor, { offerId }), 'decline it')
  return offerId
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

/** Two dollars of an order are recovered, and the contractor objects. */
export async function anObjection(admin: Person, contractor: Person, orderId: string): Promise<void> {
  const terms = { contractorId: contractor.actor.userId, orderId, amount: '2', currency: 'usd' }
  const why = { instrument: 'auto', reason: 'fee_correction', note: 'The fee was too low.' } as const
  const recovered = await recoverFromContractor(admin.actor, {
    ...terms,
    ...why,
    requestKey: newRequestKey(),
  })
  const { recoveryId } = expectOk(recovered, 'recover')
  const text = 'The fee was what we had agreed on when I took the work.'
  expectOk(
    await objectToRecovery(contractor.actor, { recoveryId, text, requestKey: newRequestKey() }),
    'object',
  )
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

/** A project of three milestones, of which the first is paid and the second held; returns its id. */
export const aProject = (
  { actor: employer, savedCardId }: Employer,
  { actor: contractor }: Person,
): Promise<string> =>
  arrangeProject(
    { employer, contractor, savedCardId },
    {
      title: 'A summer house',
      description: 'Of oak, four metres by five, by the lake.',
      milestones: ['Drawings', 'Foundation', 'Walls'].map(title => ({ title, amount: 15_000n })),
    },
  )

/** The link of a mail at which the bank's check of an order's payment can be finished. */
export async function aCheckLink(orderId: string): Promise<string> {
  const { id } = await db().payment.findFirstOrThrow({ where: { orderId }, orderBy: { id: 'desc' } })
  return authenticationPath(id)
}
