import { db } from '../db.ts'
import { moneyOf } from '../money.ts'
import { partiesOf, summaryOf, summaryParts } from '../orders/queries.ts'
import { visibleTo } from '../orders/visible-to.ts'
import type { Actor } from '../users/model.ts'
import type { ProjectView } from './model.ts'

const captured = { where: { status: 'succeeded' }, select: { amountCaptured: true } } as const

/** A project with its milestones in their order; null for one that does not exist or is not the actor's. */
export async function getProject(actor: Actor, projectId: string): Promise<ProjectView | null> {
  const project = await db().project.findFirst({
    where: { id: projectId, milestones: { some: visibleTo(actor) } },
    include: {
      milestones: { orderBy: { milestone: 'asc' }, include: { ...summaryParts, payments: captured } },
    },
  })
  const first = project?.milestones[0]
  if (!project || !first) return null
  return {
    id: project.id,
    title: project.title,
    description: project.description,
    currency: moneyOf(first.amount, first.currency).currency,
    ...partiesOf(first),
    milestones: project.milestones.map(row => ({
      ...summaryOf(row),
      milestone: row.milestone ?? 0,
      captured: row.payments.reduce((sum, { amountCaptured }) => sum + amountCaptured, 0n),
    })),
  }
}
