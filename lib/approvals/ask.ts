import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { DAY_MS, now } from '../clock.ts'
import { db, isUniqueViolation, type Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { APPROVAL_DAYS, type ApprovalKind } from './model.ts'

export type Asked = {
  kind: ApprovalKind
  requestKey: string
  orderId: string | null
  contractorId: string
  amount: bigint
  currency: string
  input: Prisma.InputJsonObject
  facts: Prisma.InputJsonObject
}

/** JSON with amounts as text, and its keys in one order: two of these are equal when their texts are. */
export function asFacts(facts: object): Prisma.InputJsonObject {
  const sorted = Object.entries(facts).sort(([a], [b]) => a.localeCompare(b))
  return Object.fromEntries(
    sorted.map(([name, value]) => [name, typeof value === 'bigint' ? value.toString() : value]),
  )
}

/** The request that this form has already made; undefined if none. With another amount than that, the key was reused. */
export async function findAsked(
  actor: Actor,
  { requestKey, amount }: { requestKey: string; amount?: bigint | undefined },
): Promise<Result<{ approvalId: string }, 'request_key_reused'> | undefined> {
  const where = { requestedById_requestKey: { requestedById: actor.userId, requestKey } }
  const row = await db().approval.findUnique({ where })
  if (!row) return undefined
  const isSame = amount === undefined || amount === row.amount
  return isSame ? ok({ approvalId: row.id }) : fail('request_key_reused')
}

/** Writes down what a second admin is asked for, once for each form. */
export async function ask(
  actor: Actor,
  asked: Asked,
): Promise<Result<{ approvalId: string }, 'request_key_reused'>> {
  const id = newId('apr')
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + APPROVAL_DAYS * DAY_MS)
  const row = { id, livemode: env().stripe.livemode, requestedById: actor.userId, createdAt, expiresAt }
  const written = transaction(async tx => {
    await tx.approval.create({ data: { ...row, ...asked } })
    const { kind, orderId, contractorId, facts, currency } = asked
    await recordAuditEvent(tx, actor, {
      action: 'approval.request',
      subject: { type: 'approval', id },
      after: { kind, orderId, contractorId, amount: asked.amount.toString(), currency, facts },
    })
    return ok({ approvalId: id })
  })
  return written.catch(async error => {
    const first = isUniqueViolation(error) ? await findAsked(actor, asked) : undefined
    if (first) return first
    throw error
  })
}
