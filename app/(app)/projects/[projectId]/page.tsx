import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TitledCard } from '#components/orders/titled-card.tsx'
import { MilestoneList } from '#components/projects/milestone-list.tsx'
import { ProjectActions } from '#components/projects/project-actions.tsx'
import { ProjectSums } from '#components/projects/project-sums.tsx'
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getWords } from '#lib/i18n/request.ts'
import type { Words } from '#lib/i18n/words.ts'
import { nextMilestone, type ProjectView } from '#lib/projects/model.ts'
import { getProject } from '#lib/projects/queries.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { requireActor } from '#lib/users/require-actor.ts'
import { endProjectAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords()
  return { title: t('work.project') }
}

const UNDER_WAY = new Set(['held', 'delivered', 'approved'])

/** What comes next, in a sentence. */
function standing(t: Words, project: ProjectView, isEmployer: boolean): string {
  const { milestones } = project
  const next = nextMilestone(project)
  const current = milestones.filter(({ status }) => UNDER_WAY.has(status))
  if (current.length > 0) {
    const numbers = current.map(({ milestone }) => milestone).join(', ')
    return next ? t('work.milestoneUnderWayNext', { numbers }) : t('work.milestoneUnderWay', { numbers })
  }
  if (!next) return t('work.allMilestonesAreOver')
  if (!isEmployer) return t('work.theEmployerStartsTheNext')
  return t('work.startAMilestoneToHold')
}

export default async function ProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const t = await getWords()
  const actor = await requireActor(['EMPLOYER', 'CONTRACTOR'])
  const { projectId } = await params
  const project = await getProject(actor, projectId)
  if (!project) notFound()
  const isEmployer = actor.role === 'EMPLOYER'
  const other = isEmployer ? project.contractor : project.employer
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs above={[{ href: '/orders', label: t('work.orders') }]} current={t('work.project')} />
        }
        title={project.title}
        description={t('work.withDisplayname', { displayName: personName(t, other.displayName) })}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <TitledCard title={t('work.milestones')}>
          <div className="grid gap-5">
            <p>{standing(t, project, isEmployer)}</p>
            <MilestoneList project={project} />
            <ProjectActions project={project} isEmployer={isEmployer} endAction={endProjectAction} />
          </div>
        </TitledCard>
        <div className="grid grid-cols-1 gap-6">
          <TitledCard title={t('work.money')}>
            <ProjectSums project={project} />
          </TitledCard>
          <TitledCard title={t('work.whatWasOrdered')}>
            <p className="whitespace-pre-line break-words">{project.description}</p>
          </TitledCard>
        </div>
      </div>
    </>
  )
}
