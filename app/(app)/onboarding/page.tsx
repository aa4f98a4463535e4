import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { BusinessTypeCard } from '#components/onboarding/business-type-card.tsx'
import { StandingPanel } from '#components/onboarding/standing-panel.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import { openOnboarding } from '#lib/onboarding/open-onboarding.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { chooseBusinessTypeAction } from './actions.ts'
import { Steps } from './steps.tsx'

export const metadata: Metadata = { title: 'Verification' }

/** Whether Stripe may say something new at any moment. */
function isWaiting({ standing, steps }: OnboardingView): boolean {
  const checking = steps.some(step => step.state === 'checking')
  return standing === 'not_open' || standing === 'checking' || checking
}

export default async function OnboardingPage() {
  const actor = await requireActor('CONTRACTOR')
  const view = await openOnboarding(actor)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <>
      <PageHeader
        title="Verification"
        description="Stripe pays you, and by law it must know who you are. Everything here goes to Stripe; we keep no copies of documents and no bank numbers."
      />
      <div className="grid gap-6">
        <StandingPanel {...view} />
        {view.typeIsOpen ? (
          <BusinessTypeCard action={chooseBusinessTypeAction} chosen={view.businessType} />
        ) : null}
        {view.standing === 'not_open' ? null : (
          <Steps view={view} stripe={{ ...publicStripeConfig(), nonce }} />
        )}
      </div>
      {isWaiting(view) ? <RefreshWhilePending /> : null}
    </>
  )
}
