import { TitledCard } from '#components/orders/titled-card.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import type { ProjectView } from '#lib/projects/model.ts'
import { useWords } from '#words'
import { MilestoneList } from './milestone-list.tsx'

/** On a milestone's page: where it stands among the others. */
export function ProjectCard({ project, orderId }: { project: ProjectView; orderId: string }) {
  const t = useWords()
  return (
    <TitledCard title={t('work.milestones')}>
      <div className="grid gap-4">
        <MilestoneList project={project} currentId={orderId} />
        <LinkButton
          href={`/projects/${project.id}`}
          variant="secondary"
          size="sm"
          className="justify-self-start"
        >
          {t('work.theWholeProject')}
        </LinkButton>
      </div>
    </TitledCard>
  )
}
