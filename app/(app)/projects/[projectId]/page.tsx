import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { MilestoneList } from '#components/projects/milestone-list.tsx'
import { ProjectActions } from '#components/projects/project-actions.tsx'
import { ProjectSums } from '#components/projects/project-sums.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { nextMilestone, type ProjectView } from '#lib/projects/model.ts'
import { getProject } from '#lib/projects/queries.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { endProjectAction } from './actions.ts'

export const metadata: Metadata = { title: 'Project' }

const UNDER_WAY = new Set(['held', 'delivered', 'approved'])

/** What comes next, in a sentence. */
function standing(project: ProjectView, isEmployer: boolean): string {
  const { milestones } = project
  const next = nextMilestone(project)
  const current = milestones.filter(({ status }) => UNDER_WAY.has(status))
  if (current.length > 0) {
    const numbers = current.map(({ milestone }) => milestone).join(', ')
    return `Milestone ${numbers} is under way.${next ? ' The next one can begin at any time.' : ''}`
  }
  if (!next) return 'All milestones are over.'
  if (!isEmployer) return 'The employer starts the next milestone. Begin to work once its money is held.'
  return 'Start a milestone to hold its amount on your card; the contractor then begins to work.'
}

export default async function ProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const { projectId } = await params
  const project = await getProject(actor, projectId)
  if (!project) notFound()
  const isEmployer = actor.role === 'EMPLOYER'
  const other = isEmployer ? project.contractor : project.employer
  return (
    <>
      <PageHeader
        above={<Breadcrumbs above={[{ href: '/orders', label: 'Orders' }]} current="Project" />}
        title={project.title}
        description={`With ${other.displayName}`}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <TitledCard title="Milestones">
          <div className="grid gap-5">
            <p>{standing(project, isEmployer)}</p>
            <MilestoneList project={project} />
            <ProjectActions project={project} isEmployer={isEmployer} endAction={endProjectAction} />
          </div>
        </TitledCard>
        <div className="grid grid-cols-1 gap-6">
          <TitledCard title="Money">
            <ProjectSums project={project} />
          </TitledCard>
          <TitledCard title="What was ordered">
            <p className="whitespace-pre-line break-words">{project.description}</p>
          </TitledCard>
        </div>
      </div>
    </>
  )
}
