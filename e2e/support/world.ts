import { expectOk } from '#lib/demo/expect-ok.ts'
import { openDisagreement } from '#lib/disagreements/open-disagreement.ts'
import { withdrawDisagreement } from '#lib/disagreements/withdraw-disagreement.ts'
import { newRequestKey } from '#lib/ids.ts'
import { unsubscribeToken } from '#lib/notifications/unsubscribe-link.ts'
import { requestPayout } from '#lib/payouts/request-payout.ts'
import { aCheckLink, aDispute, anEvent, anObjection, anOffer, aProject, aWarnedOrder } from './agreements.ts'
import {
  aCompany,
  aContractorWithoutDocuments,
  aListing,
  anAdmin,
  anEmployer,
  anEmployerWithoutCard,
  anOrder,
  anUnverifiedEmployer,
  type Employer,
  type Person,
} from './people.ts'

/** People and orders in every state, so that no page is looked at empty only. */
export type World = {
  employer: Employer
  newEmployer: Person
  /** Has not opened the link that was mailed at sign-up. */
  unverified: Person
  contractor: Person
  newContractor: Person
  company: Person
  admin: Person
  orders: Record<'placed' | 'held' | 'delivered' | 'completed' | 'canceled', string>
  listing: string
  offers: Record<'requested' | 'offered' | 'declined', string>
  /** One that waits for an answer to the bank. */
  dispute: string
  /** An order whose payment the card's bank takes for fraud. */
  warned: string
  /** An event of Stripe that was heard. */
  event: string
  /** Its second milestone is held, the third has not begun. */
  project: string
  /** A link to finish the bank's check of the held order. */
  checkLink: string
  /** A link to end mails of one group. */
  unsubscribeLink: string
}

/** Arranges the world around a verified contractor. */
export async function arrangeWorld(contractor: Person): Promise<World> {
  const employer = await anEmployer()
  const stages = ['placed', 'held', 'delivered', 'completed', 'canceled'] as const
  const orders: Partial<World['orders']> = {}
  for (const stage of stages) orders[stage] = (await anOrder(employer, contractor, stage)).id
  await someDisagreements(employer, orders)
  await somePayouts(contractor)
  const dispute = await aDispute(contractor)
  const admin = await anAdmin()
  await anObjection(admin, contractor, orders.completed ?? '')
  return {
    employer,
    contractor,
    newEmployer: await anEmployerWithoutCard(),
    unverified: await anUnverifiedEmployer(),
    newContractor: await aContractorWithoutDocuments(),
    company: await aCompany(),
    admin,
    orders: orders as World['orders'],
    dispute,
    event: await anEvent(),
    warned: (await aWarnedOrder(contractor)).id,
    project: await aProject(employer, contractor),
    checkLink: await aCheckLink(orders.held ?? ''),
    unsubscribeLink: `/unsubscribe/${unsubscribeToken(employer.actor.userId, 'message')}`,
    listing: await aListing(contractor),
    offers: {
      requested: await anOffer(employer, contractor, 'requested'),
      offered: await anOffer(employer, contractor, 'offered'),
      declined: await anOffer(employer, contractor, 'declined'),
    },
  }
}

/** One that waits for a decision, and one that was taken back. */
async function someDisagreements({ actor }: Employer, orders: Partial<World['orders']>): Promise<void> {
  for (const stage of ['completed', 'delivered'] as const) {
    const orderId = orders[stage] ?? ''
    const form = { orderId, text: 'The hull is green, and not blue.', requestKey: newRequestKey() }
    const { disagreementId } = expectOk(await openDisagreement(actor, form), 'disagree')
    if (stage === 'completed') await withdrawDisagreement(actor, { disagreementId, orderId })
  }
}

/** Money that is available at once, part of it paid out, and a payout that was refused. */
async function somePayouts(contractor: Person): Promise<void> {
  await anOrder(await anEmployer('pm_card_bypassPending'), contractor, 'completed')
  for (const amount of ['25', '9999999']) {
    await requestPayout(contractor.actor, { amount, currency: 'usd', requestKey: newRequestKey() })
  }
}
