import { db } from '#lib/db.ts'
import { arrangeProject } from '#lib/demo/arrange-project.ts'
import { expectOk } from '#lib/demo/expect-ok.ts'
import { syncDisputes } from '#lib/disputes/sync-disputes.ts'
import { syncFraudWarnings } from '#lib/fraud-warnings/sync-fraud-warnings.ts'
import { newRequestKey } from '#lib/ids.ts'
import { authenticationPath } from '#lib/notifications/authentication-link.ts'
import { objectToRecovery } from '#lib/objections/object-to-recovery.ts'
import { declineOffer } from '#lib/offers/decline-offer.ts'
import { makeOffer } from '#lib/offers/make-offer.ts'
import { requestOffer } from '#lib/offers/request-offer.ts'
import { recoverFromContractor } from '#lib/recoveries/recover-from-contractor.ts'
import { anEmployer, anOrder, type Employer, type Person } from './people.ts'

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

/** An order whose payment the employer's bank wants back, heard of here. Returns the dispute's id. */
export async function aDispute(contractor: Person): Promise<string> {
  const order = await anOrder(await anEmployer('pm_card_createDispute'), contractor, 'completed')
  expectOk(await syncDisputes(), 'hear of a dispute')
  const { id } = await db().dispute.findFirstOrThrow({ where: { payment: { orderId: order.id } } })
  return id
}

/** An order whose payment the card's bank takes for fraud, heard of here. */
export async function aWarnedOrder(contractor: Person): Promise<{ id: string; title: string }> {
  const employer = await anEmployer('pm_card_createIssuerFraudRecord')
  const order = await anOrder(employer, contractor, 'completed')
  expectOk(await syncFraudWarnings(), 'hear of a warning')
  return order
}

/** The first event that Stripe told of a payment. Returns the id of our row. */
export async function anEvent(): Promise<string> {
  const where = { type: { startsWith: 'payment_intent.' } }
  for (let looked = 0; looked < 100; looked++) {
    const found = await db().stripeEvent.findFirst({ where, orderBy: { id: 'asc' } })
    if (found) return found.id
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('Stripe told of no payment')
}
