import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClockCard } from '#components/story/clock-card.tsx'
import { PeopleCards } from '#components/story/people-cards.tsx'
import { StorySteps } from '#components/story/story-steps.tsx'
import { TestCards, TestDocuments } from '#components/story/test-tables.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#lib/demo/people.ts'
import { getWords } from '#lib/i18n/request.ts'
import { getStory } from '#lib/story/queries.ts'
import { moveClockAction, signInAsAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords())('story.title') }
}

/** For the first visit, beside the local Stripe: who there is, what to try, and how to let time pass. */
export default async function StoryPage() {
  const story = await getStory()
  if (!story) notFound()
  const t = await getWords()
  const people = Object.entries(DEMO_PEOPLE).map(([key, person]) => ({ key, ...person }))
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6 sm:py-10">
      <PageHeader title={t('story.title')} description={t('story.about')} />
      <div className="grid gap-10">
        <PeopleCards people={people} password={DEMO_PASSWORD} signIn={signInAsAction} />
        <StorySteps />
        <ClockCard story={story} moveClock={moveClockAction} />
        <TestCards />
        <TestDocuments />
      </div>
    </div>
  )
}
