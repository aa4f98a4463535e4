import { BadgeCheck, FileClock, Landmark } from 'lucide-react'
import { MoneyFlow } from '#components/shell/money-flow.tsx'
import { StoryLink } from '#components/story/story-link.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { env } from '#lib/env.ts'

const REASONS = [
  {
    Icon: BadgeCheck,
    title: 'Held, not taken',
    text: 'The employer’s card is authorized when the order is placed. The contractor sees the money stand there before starting; nobody has it yet.',
  },
  {
    Icon: Landmark,
    title: 'Paid on approval',
    text: 'Approving the work captures the hold. The contractor’s share is in their own Stripe balance in the same step, less the commission that both saw before.',
  },
  {
    Icon: FileClock,
    title: 'Accounted to the cent',
    text: 'Every hold, capture, refund and recovery is one row with one history. What Stripe says and what Holdfast shows are the same number.',
  },
]

export default function Landing() {
  return (
    <div className="mx-auto max-w-6xl px-4 sm:px-6">
      <section className="grid justify-items-center gap-6 py-16 text-center sm:py-24">
        <h1 className="max-w-3xl font-semibold text-3xl sm:text-4xl">
          <span className="inline-block">Hold the money.</span>{' '}
          <span className="inline-block">Deliver the work.</span>{' '}
          <span className="inline-block">Then pay.</span>
        </h1>
        <p className="max-w-2xl text-balance text-base text-muted-foreground sm:text-lg">
          Holdfast is payments for marketplaces of work, on Stripe Connect: the employer’s card is held when
          an order is placed and captured when the work is approved.
        </p>
        <div className="flex flex-wrap justify-center gap-3">
          <LinkButton href="/sign-up?role=employer" size="lg">
            Order work
          </LinkButton>
          <LinkButton href="/sign-up?role=contractor" size="lg" variant="secondary">
            Get paid for work
          </LinkButton>
        </div>
        {env().stripe.mode === 'local' ? <StoryLink /> : null}
      </section>
      <section aria-labelledby="flow" className="rounded-xl border bg-card p-6 shadow-card sm:p-10">
        <h2 id="flow" className="mb-8 text-center font-semibold text-xl">
          How the money moves
        </h2>
        <MoneyFlow />
      </section>
      <section
        aria-label="What you can rely on"
        className="grid gap-x-10 gap-y-8 py-16 sm:grid-cols-3 sm:py-20"
      >
        {REASONS.map(({ Icon, title, text }) => (
          <div key={title} className="grid content-start gap-2">
            <Icon aria-hidden className="size-5 text-primary" />
            <h2 className="font-semibold text-base">{title}</h2>
            <p className="text-muted-foreground text-sm">{text}</p>
          </div>
        ))}
      </section>
    </div>
  )
}
