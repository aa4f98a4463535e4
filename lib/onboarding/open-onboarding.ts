import { invariant } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { createAccount } from './create-account.ts'
import type { OnboardingView } from './onboarding-view.ts'
import { getOnboarding } from './queries.ts'

/**
 * The contractor's onboarding, with the account opened first if the sign-up job has not done so yet. Stripe refusing or
 * being away shows as `not_open`; the page asks again.
 */
export async function openOnboarding(actor: Actor): Promise<OnboardingView> {
  const view = await getOnboarding(actor)
  if (view && view.standing !== 'not_open') return view
  await createAccount(actor.userId)
  const opened = await getOnboarding(actor)
  invariant(opened, `contractor ${actor.userId} has no account row`)
  return opened
}
