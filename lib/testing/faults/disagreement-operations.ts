import { db } from '../../db.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import type { Decision, SettleDisagreementInput } from '../../disagreements/model.ts'
import { openDisagreement } from '../../disagreements/open-disagreement.ts'
import { settleDisagreement } from '../../disagreements/settle-disagreement.ts'
import { newRequestKey } from '../../ids.ts'
import type { Actor } from '../../users/model.ts'
import { newOrder } from '../marketplace.ts'
import type { Operation } from './operation.ts'
import { standing } from './order-operations.ts'

type Settling = { actor: Actor; input: SettleDisagreementInput }

/** An admin's decision about a hold, of which the disagreement and the hold are both seen. */
const settle = (name: string, decision: Decision, amount: string, after: string): Operation<Settling> => ({
  name,
  arrange: async cast => {
    const orderId = await newOrder(cast, 'delivered')
    const form = { orderId, text: 'It is not what we agreed on.', requestKey: newRequestKey() }
    const { disagreementId } = expectOk(await openDisagreement(cast.employer, form), 'disagree')
    const answer = 'We have looked at what was agreed.'
    return { actor: cast.admin, input: { disagreementId, orderId, decision, amount, answer } }
  },
  run: ({ actor, input }) => settleDisagreement(actor, input),
  state: async ({ input: { orderId, disagreementId } }) => {
    const { status } = await db().disagreement.findUniqueOrThrow({ where: { id: disagreementId } })
    return `${status}; ${await standing(orderId)}`
  },
  before: 'open; delivered: requires_capture',
  after: `settled; ${after}`,
})

export const DISAGREEMENT_OPERATIONS = [
  settle('settle a disagreement by paying a part', 'pay', '61.30', 'completed: captured 6130'),
  settle('settle a disagreement by releasing', 'release', '', 'canceled: canceled'),
]
