import { db, isUniqueViolation, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { insertOrder } from '../payments/insert-order.ts'
import { payableIn } from '../payments/payable-in.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { orderTitleOf, type PlaceProjectInput, type ProjectErrorCode } from './model.ts'

type Placed = Result<{ projectId: string }, ProjectErrorCode>

/** The project that this form has already placed, if any; the same key with other content is refused. */
async function alreadyPlaced(actor: Actor, input: PlaceProjectInput): Promise<Placed | null> {
  const project = await db().project.findUnique({
    where: { employerId_requestKey: { employerId: actor.userId, requestKey: input.requestKey } },
    include: { milestones: { orderBy: { milestone: 'asc' } } },
  })
  if (!project) return null
  const { milestones } = project
  const isSame =
    project.contractorId === input.contractorId &&
    project.title === input.title &&
    project.description === input.description &&
    milestones.length === input.milestones.length &&
    milestones.every(({ amount, currency, title }, index) => {
      const { currency: wanted, milestones: all } = input
      const one = all[index]
      const named = orderTitleOf(input.title, index + 1, all.length, one?.title ?? '')
      return amount === one?.amount && currency === wanted && title === named
    })
  return isSame ? ok({ projectId: project.id }) : fail('request_key_reused')
}

async function insertProject(tx: Tx, actor: Actor, input: PlaceProjectInput): Promise<string> {
  const { requestKey, contractorId, title, description, currency, milestones } = input
  const projectId = newId('prj')
  const { livemode } = env().stripe
  const employerId = actor.userId
  await tx.project.create({
    data: { id: projectId, requestKey, livemode, employerId, contractorId, title, description },
  })
  for (const [index, one] of milestones.entries()) {
    const milestone = index + 1
    await insertOrder(tx, actor, {
      requestKey: `${requestKey}_${milestone}`,
      contractorId,
      title: orderTitleOf(title, milestone, milestones.length, one.title),
      description,
      amount: one.amount,
      currency,
      projectId,
      milestone,
    })
  }
  return projectId
}

/**
 * An employer orders work in milestones: an order for each, all of them or none, and no money yet. A milestone's hold is taken when the
 * employer starts it, as for any order. Submitting the same form again is the same project.
 */
export async function placeProject(actor: Actor, input: PlaceProjectInput): Promise<Placed> {
  if (actor.role !== 'EMPLOYER') return fail('not_found')
  const before = await alreadyPlaced(actor, input)
  if (before) return before
  const payable = await payableIn(input.contractorId, input.currency)
  if (!payable.ok) return payable
  try {
    return ok({ projectId: await transaction(tx => insertProject(tx, actor, input)) })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await alreadyPlaced(actor, input)) ?? fail('request_key_reused')
  }
}
