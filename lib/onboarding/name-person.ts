import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, invariant, ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import { isDefinite } from '../stripe/errors.ts'
import type { PersonChanges } from '../stripe/person-params.ts'
import type { CompanyPersonSnapshot } from '../stripe/person-snapshot.ts'
import { createPerson, type Relationship } from '../stripe/persons.ts'
import type { Actor } from '../users/model.ts'
import type { OwnCompany } from './own-company.ts'

/** Long enough for the form itself to finish, or to be sent again. */
const RESUME_AFTER_SECONDS = 600

type Row = { id: string; stripePersonId: string | null }

/** The row that the first sending of a form has written, if it came so far. */
export function findPersonRow(connectedAccountId: string, requestKey: string): Promise<Row | null> {
  return db().person.findUnique({
    where: { connectedAccountId_requestKey: { connectedAccountId, requestKey } },
  })
}

async function rowOf(actor: Actor, connectedAccountId: string, requestKey: string): Promise<Row> {
  const found = await findPersonRow(connectedAccountId, requestKey)
  if (found) return found
  try {
    return await transaction(async tx => {
      const id = newId('psn')
      const { livemode } = env().stripe
      const row = await tx.person.create({ data: { id, connectedAccountId, livemode, requestKey } })
      await recordAuditEvent(tx, actor, {
        action: 'person.named',
        subject: { type: 'Person', id },
        after: { connectedAccountId },
      })
      const options = { key: `sync-account:${connectedAccountId}`, delaySeconds: RESUME_AFTER_SECONDS }
      await enqueue(tx, 'sync-account', { connectedAccountId }, options)
      return row
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const raced = await findPersonRow(connectedAccountId, requestKey)
    invariant(raced, `no person for form ${requestKey}`)
    return raced
  }
}

/** The person that a row stands for among those at Stripe, told by the row's id, which every one of ours carries. */
export function personOfRow(row: Row, people: CompanyPersonSnapshot[]): CompanyPersonSnapshot | undefined {
  return people.find(
    ({ stripePersonId, personId }) => personId === row.id || stripePersonId === row.stripePersonId,
  )
}

/**
 * Names somebody new, once for each form: the row first, then Stripe. A form that is sent again after an answer was lost finds
 * the person that is there; null then, for what it says now may differ from what was sent.
 */
export async function namePerson(
  actor: Actor,
  { account, people }: OwnCompany,
  input: { requestKey: string; changes: PersonChanges; relationship: Relationship },
): Promise<Result<{ alreadyThere: CompanyPersonSnapshot | null }, StripeFailure>> {
  const row = await rowOf(actor, account.id, input.requestKey)
  const there = personOfRow(row, people)
  if (there) {
    await db().person.update({ where: { id: row.id }, data: { stripePersonId: there.stripePersonId } })
    return ok({ alreadyThere: there })
  }
  const { changes, relationship } = input
  const made = await createPerson({
    accountId: account.stripeAccountId,
    personId: row.id,
    changes,
    relationship,
  })
  if (!made.ok) {
    if (isDefinite(made.error)) await db().person.deleteMany({ where: { id: row.id, stripePersonId: null } })
    return fail(made.error)
  }
  const { stripePersonId } = made.value
  await db().person.update({ where: { id: row.id }, data: { stripePersonId } })
  return ok({ alreadyThere: null })
}

/** Gives the rows that a crash left without their person the one that is at Stripe, and drops those that stand for nobody. */
export async function finishPersons(
  connectedAccountId: string,
  people: CompanyPersonSnapshot[],
  olderThan: Date,
): Promise<void> {
  const rows = await db().person.findMany({ where: { connectedAccountId, stripePersonId: null } })
  for (const row of rows) {
    const there = personOfRow(row, people)
    const { id } = row
    if (there) await db().person.update({ where: { id }, data: { stripePersonId: there.stripePersonId } })
    else await db().person.deleteMany({ where: { id, stripePersonId: null, createdAt: { lt: olderThan } } })
  }
}
