import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { type ProjectView, projectSums } from '#lib/projects/model.ts'
import { useWords } from '#words'

/** Where a project's money stands. */
export function ProjectSums({ project }: { project: ProjectView }) {
  const t = useWords()
  const { currency } = project
  const { paid, held, open } = projectSums(project)
  return (
    <DescriptionList>
      <DescriptionItem term={t('work.paid')}>
        <Money value={{ amount: paid, currency }} />
      </DescriptionItem>
      <DescriptionItem term={t('work.heldOnTheCardNow')}>
        <Money value={{ amount: held, currency }} />
      </DescriptionItem>
      <DescriptionItem term={t('work.notBegun')}>
        <Money value={{ amount: open, currency }} />
      </DescriptionItem>
    </DescriptionList>
  )
}
