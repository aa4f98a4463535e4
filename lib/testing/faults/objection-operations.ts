import { db } from '../../db.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { newRequestKey } from '../../ids.ts'
import { answerObjection } from '../../objections/answer-objection.ts'
import type { AnswerObjectionInput, ObjectInput } from '../../objections/model.ts'
import { objectToRecovery } from '../../objections/object-to-recovery.ts'
import { recoverFromContractor } from '../../recoveries/recover-from-contractor.ts'
import type { Actor } from '../../users/model.ts'
import { newOrder } from '../marketplace.ts'
import { fundPlatform } from '../other-business.ts'
import { atStripe, type Listed } from './at-stripe.ts'
import type { Cast, Operation } from './operation.ts'

type Taken = { orderId: string; recoveryId: string }

async function taken(cast: Cast): Promise<Taken> {
  const orderId = await newOrder(cast, 'completed')
  const terms = { contractorId: cast.contractor.userId, orderId, amount: '25', currency: 'usd', note: '' }
  const how = { instrument: 'transfer_reversal', reason: 'fee_correction' } as const
  const recovered = await recoverFromContractor(cast.admin, {
    ...terms,
    ...how,
    requestKey: newRequestKey(),
  })
  return { orderId, recoveryId: expectOk(recovered, 'recover').recoveryId }
}

const form = (recoveryId: string): ObjectInput => {
  return { recoveryId, text: 'The fee was right as it was.', requestKey: newRequestKey() }
}

/** How far it is here, and what was transferred to the contractor for the order. */
async function standing({ orderId, recoveryId }: Taken): Promise<string> {
  const row = await db().recovery.findUniqueOrThrow({
    where: { id: recoveryId },
    include: { objection: true, retransfer: true },
  })
  const { data } = await atStripe<Listed<{ amount: number }>>(`transfers?transfer_group=${orderId}`)
  const sent = data.map(({ amount }) => amount).join(' and ')
  const given = row.retransfer?.status ?? 'not'
  return `${row.status}, objection ${row.objection?.status ?? 'none'}, given back ${given}; transferred ${sent}`
}

const object: Operation<{ actor: Actor; input: ObjectInput; of: Taken }> = {
  name: 'object to a recovery',
  arrange: async cast => {
    const of = await taken(cast)
    return { actor: cast.contractor, input: form(of.recoveryId), of }
  },
  run: ({ actor, input }) => objectToRecovery(actor, input),
  state: ({ of }) => standing(of),
  before: 'succeeded, objection none, given back not; transferred 10000',
  after: 'succeeded, objection open, given back not; transferred 10000',
  isOurs: true,
}

const uphold: Operation<{ actor: Actor; input: AnswerObjectionInput; of: Taken }> = {
  name: 'uphold an objection',
  arrange: async cast => {
    const of = await taken(cast)
    // What was recovered is pending at first, and what is given back is sent from what is available.
    await fundPlatform()
    const made = expectOk(await objectToRecovery(cast.contractor, form(of.recoveryId)), 'object')
    const input = { ...made, decision: 'upheld', answer: 'You are right: it was.' } as const
    return { actor: cast.admin, input, of }
  },
  run: ({ actor, input }) => answerObjection(actor, input),
  state: ({ of }) => standing(of),
  before: 'succeeded, objection open, given back not; transferred 10000',
  after: 'returned, objection upheld, given back succeeded; transferred 2500 and 10000',
  isOurs: true,
}

export const OBJECTION_OPERATIONS = [object, uphold]
