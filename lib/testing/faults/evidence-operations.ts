import { db } from '../../db.ts'
import { expectOk } from '../../demo/expect-ok.ts'
import { evidenceWords } from '../../disputes/evidence-model.ts'
import { saveEvidence } from '../../disputes/save-evidence.ts'
import { submitEvidence } from '../../disputes/submit-evidence.ts'
import { syncDispute } from '../../disputes/sync-dispute.ts'
import type { Actor } from '../../users/model.ts'
import { newDispute } from '../disputes.ts'
import { payerWith } from './aftermath-operations.ts'
import { atStripe } from './at-stripe.ts'
import type { Operation } from './operation.ts'

type Answering = { actor: Actor; id: string; stripeDisputeId: string; version: number }

const sendEvidence: Operation<Answering> = {
  name: 'send evidence to the bank',
  arrange: async cast => {
    const { disputeId: stripeDisputeId } = await newDispute(await payerWith('pm_card_createDispute', cast))
    expectOk(await syncDispute(stripeDisputeId), 'hear of a dispute')
    const { id } = await db().dispute.findFirstOrThrow({ where: { stripeDisputeId } })
    const words = evidenceWords.parse({ story: 'It was delivered as agreed.' })
    const { version } = expectOk(await saveEvidence(cast.admin, { disputeId: id, ...words }), 'save')
    return { actor: cast.admin, id, stripeDisputeId, version }
  },
  run: ({ actor, id, version }) => submitEvidence(actor, { disputeId: id, version, once: 'on' }),
  state: async ({ id, stripeDisputeId }) => {
    const { status } = await db().disputeEvidence.findFirstOrThrow({ where: { disputeId: id } })
    type There = { evidence_details: { submission_count: number } }
    const there = await atStripe<There>(`disputes/${stripeDisputeId}`)
    return `${status}; at the bank ${there.evidence_details.submission_count}`
  },
  before: 'draft; at the bank 0',
  after: 'sent; at the bank 1',
}

export const EVIDENCE_OPERATIONS = [sendEvidence]
