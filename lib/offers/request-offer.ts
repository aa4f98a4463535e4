import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { notify } from '../notifications/notify.ts'
import { getPayableAccount } from '../onboarding/payable.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { OfferErrorCode, RequestOfferInput } from './model.ts'

type Requested = Result<{ offerId: string }, OfferErrorCode>

/** More unanswered questions of one employer to one contractor would be a nuisance. */
const OPEN_MAX = 5

async function alreadyRequested(actor: Actor, input: RequestOfferInput): Promise<Requested | null> {
  const { requestKey, contractorId, brief } = input
  const row = await db().offer.findUnique({
    where: { employerId_requestKey: { employerId: actor.userId, requestKey } },
  })
  if (!row) return null
  return row.contractorId === contractorId && row.brief === brief
    ? ok({ offerId: row.id })
    : fail('request_key_reused')
}

async function insert(actor: Actor, { requestKey, contractorId, brief }: RequestOfferInput): Promise<string> {
  const id = newId('ofr')
  await transaction(async tx => {
    await tx.offer.create({ data: { id, employerId: actor.userId, contractorId, requestKey, brief } })
    const told = { kind: 'offer_requested', fact: `offer:${id}:requested`, orderId: null, data: {} } as const
    await notify(tx, { ...told, recipientId: contractorId })
    await recordAuditEvent(tx, actor, {
      action: 'offer.request',
      subject: { type: 'offer', id },
      after: { contractorId },
    })
  })
  return id
}

/** An employer asks a contractor who can be paid to name a price. Sending the form again is the same question. */
export async function requestOffer(actor: Actor, input: RequestOfferInput): Promise<Requested> {
  if (actor.role !== 'EMPLOYER') return fail('not_found')
  const before = await alreadyRequested(actor, input)
  if (before) return before
  const { contractorId } = input
  if (!(await getPayableAccount(db(), contractorId))) return fail('not_payable')
  const open = { employerId: actor.userId, contractorId, status: 'requested' as const }
  if ((await db().offer.count({ where: open })) >= OPEN_MAX) return fail('too_many_open')
  try {
    return ok({ offerId: await insert(actor, input) })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await alreadyRequested(actor, input)) ?? fail('request_key_reused')
  }
}
