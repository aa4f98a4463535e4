import { useWords } from '#words'
import { Section } from './section.tsx'
import { STEPS } from './story-words.ts'

/** What to try, step by step. */
export function StorySteps() {
  const t = useWords()
  return (
    <Section id="steps" title={t('story.steps')}>
      <ol className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {STEPS.map(({ title, what }, index) => (
          <li key={title} className="grid grid-cols-[2rem_1fr] gap-3">
            <span
              aria-hidden
              className="grid size-8 place-items-center rounded-full bg-primary-soft font-semibold text-primary text-sm"
            >
              {index + 1}
            </span>
            <div className="grid content-start gap-0.5">
              <h3 className="font-medium text-base">{t(title)}</h3>
              <p className="text-muted-foreground text-sm">{t(what)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
