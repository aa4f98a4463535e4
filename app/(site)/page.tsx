import { BadgeCheck, FileClock, Landmark } from 'lucide-react'
import { MoneyFlow } from '#components/shell/money-flow.tsx'
import { StoryLink } from '#components/story/story-link.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { env } from '#lib/env.ts'
import { useWords } from '#words'

const REASONS = [
  {
    Icon: BadgeCheck,
    title: 'site.heldNotTaken',
    text: 'site.theEmployersCardIsAuthorized',
  },
  {
    Icon: Landmark,
    title: 'site.paidOnApproval',
    text: 'site.approvingTheWorkCapturesThe',
  },
  {
    Icon: FileClock,
    title: 'site.accountedToTheCent',
    text: 'site.everyHoldCaptureRefundAnd',
  },
] as const

export default function Landing() {
  const t = useWords()
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6">
      <section className="grid justify-items-center gap-6 py-16 text-center sm:py-24">
        <h1 className="max-w-3xl font-semibold text-3xl sm:text-4xl">
          <span className="inline-block">{t('site.holdTheMoney')}</span>{' '}
          <span className="inline-block">{t('site.deliverTheWork')}</span>{' '}
          <span className="inline-block">{t('site.thenPay')}</span>
        </h1>
        <p className="max-w-2xl text-balance text-base text-muted-foreground sm:text-lg">
          {t('site.holdfastIsPaymentsForMarketplaces')}
        </p>
        <div className="flex flex-wrap justify-center gap-3">
          <LinkButton href="/sign-up?role=employer" size="lg">
            {t('site.orderWork')}
          </LinkButton>
          <LinkButton href="/sign-up?role=contractor" size="lg" variant="secondary">
            {t('site.getPaidForWork')}
          </LinkButton>
        </div>
        {env().stripe.mode === 'local' ? <StoryLink /> : null}
      </section>
      <section aria-labelledby="flow" className="rounded-xl border bg-card p-6 shadow-card sm:p-10">
        <h2 id="flow" className="mb-8 text-center font-semibold text-xl">
          {t('site.howTheMoneyMoves')}
        </h2>
        <MoneyFlow />
      </section>
      <section
        aria-label={t('site.whatYouCanRelyOn')}
        className="grid gap-x-10 gap-y-8 py-16 sm:grid-cols-3 sm:py-20"
      >
        {REASONS.map(({ Icon, title, text }) => (
          <div key={title} className="grid content-start gap-2">
            <Icon aria-hidden className="size-5 text-primary" />
            <h2 className="font-semibold text-base">{t(title)}</h2>
            <p className="text-muted-foreground text-sm">{t(text)}</p>
          </div>
        ))}
      </section>
    </div>
  )
}
