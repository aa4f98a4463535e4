import { newRequestKey } from '../ids.ts'
import { authorizeOrder } from '../payments/authorize-order.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { placeProject } from '../projects/place-project.ts'
import { getProject } from '../projects/queries.ts'
import type { Parties } from './arrange-order.ts'
import { expectOk } from './expect-ok.ts'

export type DemoProject = {
  title: string
  description: string
  milestones: { title: string; amount: bigint }[]
}

/** Places a project in US dollars, of which the first milestone is paid and the second held. Returns its id. */
export async function arrangeProject(
  { employer, contractor, savedCardId }: Parties,
  project: DemoProject,
): Promise<string> {
  const placing = {
    ...project,
    currency: 'usd',
    contractorId: contractor.userId,
    requestKey: newRequestKey(),
  } as const
  const { projectId } = expectOk(await placeProject(employer, placing), 'place a project')
  const placed = await getProject(employer, projectId)
  const [first, second] = placed?.milestones.map(({ id }) => id) ?? []
  for (const orderId of [first, second]) {
    if (!orderId) continue
    const hold = { orderId, savedCardId, requestKey: newRequestKey() }
    expectOk(await authorizeOrder(employer, hold), 'hold a milestone')
  }
  if (first) expectOk(await capturePayment(employer, { orderId: first }), 'approve a milestone')
  return projectId
}
