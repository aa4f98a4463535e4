import { invalid, StripeError } from '../core/errors.ts'
import { DATED_LIST_PARAMS, listPage } from '../core/list.ts'
import { mergeMetadata, metadata } from '../core/metadata.ts'
import { owned, ownedDraft } from '../core/owned.ts'
import { boolean, emptyable, hash, text } from '../core/params.ts'
import { type Ctx, type Route, route } from '../core/route.ts'
import type { Tx } from '../core/tx.ts'
import { emit } from '../events/emit.ts'
import { giveUp, submitEvidence } from './decide.ts'
import { EVIDENCE_FIELDS, SUBMISSION_METHODS, writeEvidence } from './evidence.ts'
import type { Dispute } from './kinds.ts'

const LIST = { ...DATED_LIST_PARAMS, charge: text, payment_intent: text }
const UPDATE = {
  evidence: hash(EVIDENCE_FIELDS),
  intended_submission_method: emptyable(SUBMISSION_METHODS),
  metadata,
  submit: boolean,
}

/** docs.stripe.com/api/disputes */
export const disputeRoutes: Route[] = [
  route('GET', '/v1/disputes', { params: LIST }, ctx => {
    const { charge, payment_intent } = ctx.params
    const where = (one: Dispute) =>
      (charge === undefined || one.charge === charge) &&
      (payment_intent === undefined || one.payment_intent === payment_intent)
    return listPage(ctx, 'dispute', { where })
  }),
  route('GET', '/v1/disputes/:id', {}, ({ tx, id, account }) => owned(tx, 'dispute', id, account)),
  route('POST', '/v1/disputes/:id', { params: UPDATE }, update),
  route('POST', '/v1/disputes/:id/close', {}, close),
  // The older names, by the charge.
  route('GET', '/v1/charges/:id/dispute', {}, ({ tx, id, account }) => disputeOf(tx, id, account)),
  route('POST', '/v1/charges/:id/dispute', { params: UPDATE }, ctx =>
    update({ ...ctx, id: disputeOf(ctx.tx, ctx.id, ctx.account).id }),
  ),
  route('POST', '/v1/charges/:id/dispute/close', {}, ctx =>
    close({ ...ctx, id: disputeOf(ctx.tx, ctx.id, ctx.account).id }),
  ),
]

function close({ tx, id, account }: Ctx): Dispute {
  const dispute = ownedDraft(tx, 'dispute', id, account)
  requireOpen(dispute)
  giveUp(tx, dispute, account)
  return dispute
}

/** The dispute about a charge. @throws StripeError 404 for a charge that nobody disputes. */
function disputeOf(tx: Tx, chargeId: string, account: string): Dispute {
  const { id } = owned(tx, 'charge', chargeId, account)
  for (const dispute of tx.list('dispute', account, { by: { field: 'charge', value: id } })) return dispute
  throw new StripeError(404, {
    type: 'invalid_request_error',
    message: `No dispute for charge: ${id}`,
    param: 'charge',
  })
}

/** Evidence is staged with `submit=false`, and sent to the bank, once, without it. */
function update({ tx, id, params, account }: Ctx<typeof UPDATE>): Dispute {
  const dispute = ownedDraft(tx, 'dispute', id, account)
  const { evidence, intended_submission_method, submit } = params
  if (evidence || submit) requireOpen(dispute)
  if (intended_submission_method !== undefined)
    dispute.intended_submission_method = intended_submission_method
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata)
  if (evidence) writeEvidence(dispute, evidence)
  const isSent = submit ?? evidence !== undefined
  if (isSent && (evidence || dispute.evidence_details.has_evidence)) submitEvidence(tx, dispute, account)
  emit(tx, 'charge.dispute.updated', dispute, account)
  return dispute
}

/** @throws StripeError 400 once the evidence is with the bank, or the dispute is decided. */
function requireOpen(dispute: Dispute): void {
  if (dispute.status.endsWith('needs_response')) return
  const isDecided = ['lost', 'warning_closed', 'won'].includes(dispute.status)
  throw invalid(
    isDecided
      ? 'This dispute is already closed'
      : 'This dispute cannot be updated because its evidence has already been submitted to the bank.',
  )
}
