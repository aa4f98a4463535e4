import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import { Money } from '#components/ui/money.tsx'
import { type ProjectView, projectSums } from '#lib/projects/model.ts'

/** Where a project's money stands. */
export function ProjectSums({ project }: { project: ProjectView }) {
  const { currency } = project
  const { paid, held, open } = projectSums(project)
  return (
    <DescriptionList>
      <DescriptionItem term="Paid">
        <Money value={{ amount: paid, currency }} />
      </DescriptionItem>
      <DescriptionItem term="Held on the card now">
        <Money value={{ amount: held, currency }} />
      </DescriptionItem>
      <DescriptionItem term="Not begun">
        <Money value={{ amount: open, currency }} />
      </DescriptionItem>
    </DescriptionList>
  )
}
