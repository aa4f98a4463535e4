import { createCustomer } from '../cards/create-customer.ts'
import { finishCardSetup } from '../cards/finish-card-setup.ts'
import { startCardSetup } from '../cards/start-card-setup.ts'
import { db } from '../db.ts'
import { newRequestKey } from '../ids.ts'
import { confirmSetupWithTestCard, type TestCard } from '../stripe/test-mode.ts'
import type { Actor } from '../users/model.ts'
import { signUp } from '../users/sign-up.ts'
import { arrangeVerified } from './arrange-verified.ts'
import { DEMO_ORIGIN, expectOk } from './expect-ok.ts'

export type PersonInput = { displayName: string; email: string; password: string }

/** Signs an employer up and opens their Customer at Stripe, all through the domain's own commands. */
export async function arrangeEmployer(input: PersonInput): Promise<Actor> {
  const session = expectOk(
    await signUp(DEMO_ORIGIN, { ...input, requestKey: newRequestKey(), role: 'EMPLOYER', country: '' }),
    'sign up an employer',
  )
  await arrangeVerified(session.userId)
  expectOk(await createCustomer(session.userId), 'open a Customer')
  return { userId: session.userId, role: 'EMPLOYER', origin: DEMO_ORIGIN }
}

/** Saves one of Stripe's test cards for an employer, standing in for the browser. Returns our id of it. */
export async function arrangeCard(employer: Actor, card: TestCard): Promise<string> {
  const setup = expectOk(
    await startCardSetup(employer, { requestKey: newRequestKey() }),
    'start saving a card',
  )
  const { stripeSetupIntentId } = await db().cardSetup.findUniqueOrThrow({ where: { id: setup.cardSetupId } })
  expectOk(await confirmSetupWithTestCard(stripeSetupIntentId ?? '', card), 'confirm a test card')
  return expectOk(await finishCardSetup(employer, { cardSetupId: setup.cardSetupId }), 'keep a card').id
}
