import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { BusinessTypeCard } from '#components/onboarding/business-type-card.tsx'
import { StandingPanel } from '#components/onboarding/standing-panel.tsx'
import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ISLAND_AREAS } from '#lib/i18n/island-areas.ts'
import { getWords } from '#lib/i18n/request.ts'
import type { OnboardingView } from '#lib/onboarding/onboarding-view.ts'
import { openOnboarding } from '#lib/onboarding/open-onboarding.ts'
import { publicStripeConfig } from '#lib/stripe/public-config.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { IslandWords } from '../../island-words.tsx'
import { chooseBusinessTypeAction } from './actions.ts'
import { Steps } from './steps.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('verifying.verification') }
}

/** Whether Stripe may say something new at any moment. */
function isWaiting({ standing, steps }: OnboardingView): boolean {
  const checking = steps.some(step => step.state === 'checking')
  return standing === 'not_open' || standing === 'checking' || checking
}

export default async function OnboardingPage() {
  const t = await getWords()
  const actor = await requireActor('CONTRACTOR')
  const view = await openOnboarding(actor)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <>
      <PageHeader title={t('verifying.verification')} description={t('verifying.intro')} />
      <div className="grid gap-6">
        <StandingPanel {...view} />
        {view.typeIsOpen ? (
          <BusinessTypeCard action={chooseBusinessTypeAction} chosen={view.businessType} />
        ) : null}
        {view.standing === 'not_open' ? null : (
          <IslandWords areas={ISLAND_AREAS.verification}>
            <Steps view={view} stripe={{ ...publicStripeConfig(), nonce }} />
          </IslandWords>
        )}
      </div>
      {isWaiting(view) ? <RefreshWhilePending /> : null}
    </>
  )
}
