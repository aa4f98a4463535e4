import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { projectTitleOf } from '../projects/model.ts'
import type { ToldOrder } from '../stripe/metadata.ts'

/**
 * The project of a lost milestone, made again from what Stripe was told of its first order, unless it is there. Milestones that never had
 * a hold are unknown to Stripe, and stay lost. Returns what the order's row says of it.
 */
export async function adoptProject(
  tx: Tx,
  told: ToldOrder,
): Promise<{ projectId: string; milestone: number } | null> {
  const { projectId, milestone, employerId, contractorId, title, description, orderRequestKey } = told
  if (projectId === null || milestone === null) return null
  await tx.project.upsert({
    where: { id: projectId },
    update: {},
    create: {
      id: projectId,
      requestKey: orderRequestKey.replace(/_\d+$/, ''),
      livemode: env().stripe.livemode,
      employerId,
      contractorId,
      title: projectTitleOf(title),
      description,
    },
  })
  return { projectId, milestone }
}
