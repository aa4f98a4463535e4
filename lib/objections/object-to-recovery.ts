import { CAPABILITIES } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, type Prisma, type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { notify } from '../notifications/notify.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { ObjectInput, ObjectionErrorCode } from './model.ts'
import { OBJECTIONABLE } from './queries.ts'

type Objected = Result<{ objectionId: string }, ObjectionErrorCode>
type RecoveryRow = Prisma.RecoveryGetPayload<object>

/** Every admin is told. */
async function tell(tx: Tx, objectionId: string, { amount, currency, orderId }: RecoveryRow): Promise<void> {
  const admins = await tx.user.findMany({
    where: { adminRole: { in: [...CAPABILITIES.decide] }, suspendedAt: null },
    select: { id: true },
  })
  const data = { amount: amount.toString(), currency }
  const notice = { kind: 'objection_made', fact: `objection_made:${objectionId}`, orderId, data } as const
  for (const { id: recipientId } of admins) await notify(tx, { ...notice, recipientId })
}

async function insert(actor: Actor, { requestKey, text }: ObjectInput, row: RecoveryRow): Promise<string> {
  const id = newId('obj')
  await transaction(async tx => {
    await tx.objection.create({ data: { id, requestKey, recoveryId: row.id, text } })
    await recordAuditEvent(tx, actor, {
      action: 'objection.made',
      subject: { type: 'recovery', id: row.id },
      after: { objectionId: id },
    })
    await tell(tx, id, row)
  })
  return id
}

/** What was said against the recovery before: the same form is the same objection, and any other is one too many. */
async function repeated({ requestKey, recoveryId, text }: ObjectInput): Promise<Objected | null> {
  const row = await db().objection.findUnique({ where: { recoveryId } })
  if (!row) return null
  if (row.requestKey !== requestKey) return fail('already_objected')
  return row.text === text ? ok({ objectionId: row.id }) : fail('request_key_reused')
}

/** A contractor says what is wrong with a recovery from them, once for each. Admins are told, and no money moves by it. */
export async function objectToRecovery(actor: Actor, input: ObjectInput): Promise<Objected> {
  if (actor.role !== 'CONTRACTOR') return fail('not_found')
  const own = { id: input.recoveryId, contractorId: actor.userId, livemode: env().stripe.livemode }
  const row = await db().recovery.findFirst({ where: own })
  if (!row) return fail('not_found')
  const before = await repeated(input)
  if (before) return before
  if (!OBJECTIONABLE.some(status => status === row.status)) return fail('nothing_taken')
  try {
    return ok({ objectionId: await insert(actor, input, row) })
  } catch (error) {
    const meanwhile = isUniqueViolation(error) ? await repeated(input) : null
    if (!meanwhile) throw error
    return meanwhile
  }
}
