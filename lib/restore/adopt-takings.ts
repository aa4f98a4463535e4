import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { recordCollection } from '../recoveries/record-collection.ts'
import { recordRecovery } from '../recoveries/record-recovery.ts'
import { ok, type Result } from '../result.ts'
import type { StripeFailure } from '../stripe/errors.ts'
import type { MadeTaking } from '../stripe/made-takings.ts'
import { SYSTEM } from '../users/model.ts'
import { adoptRecovery } from './adopt-recovery.ts'
import type { Report } from './report.ts'

/** Makes the row of a lost collection again, and records it. One that was begun before it, and of which Stripe has nothing, came to nothing. */
async function adoptCollection(
  report: Report,
  made: MadeTaking,
  recoveryId: string,
  id: string,
): Promise<void> {
  await recordRecovery(recoveryId, { status: 'owed', failureCode: null })
  const { stripeObjectId, amount, currency, instrument, createdAt } = made
  if ((await db().collection.count({ where: { id } })) === 0) {
    const begun = await db().collection.findMany({ where: { recoveryId, status: 'requested' } })
    for (const one of begun)
      await recordCollection(one.id, { status: 'failed', failureCode: 'never_arrived' })
    await transaction(async tx => {
      const { livemode } = await tx.recovery.findUniqueOrThrow({ where: { id: recoveryId } })
      const row = { recoveryId, livemode, stripeObjectId, amount, currency, instrument, createdAt }
      await tx.collection.create({ data: { id, ...row } })
      await recordAuditEvent(tx, SYSTEM, {
        action: 'collection.restored',
        subject: { type: 'collection', id },
        after: { recoveryId, amount: amount.toString(), currency, instrument },
      })
    })
    report.count('collections of debts')
  }
  await recordCollection(id, { status: 'succeeded', stripeObjectId })
}

function reportUntold(report: Report, { instrument, stripeObjectId }: MadeTaking): void {
  const problem = 'Stripe was not told why and by whom it was asked for, and its row is lost.'
  const proposal = 'See the differences, and post it with a reason.'
  report.find(`${instrument} ${stripeObjectId}`, problem, proposal)
}

/** Makes the rows of the recoveries again that were asked for in the lost time, without what became of them. */
export async function adoptRecoveries(
  report: Report,
  takings: MadeTaking[],
): Promise<Result<void, StripeFailure>> {
  for (const made of takings) {
    const { told, stripeObjectId } = made
    if (told) {
      const adopted = await adoptRecovery(report, made, told.recovery)
      if (!adopted.ok) return adopted
      continue
    }
    const known = await db().recovery.count({ where: { stripeObjectId } })
    const parts = await db().collection.count({ where: { stripeObjectId } })
    if (known + parts === 0) reportUntold(report, made)
  }
  return ok()
}

/** Records what was taken from contractors, oldest first: by then what was sent to them again has to be known. */
export async function recordTakings(report: Report, takings: MadeTaking[]): Promise<void> {
  for (const made of takings) {
    const { collectionId = null, recovery } = made.told ?? {}
    const row = await db().recovery.findUnique({ where: { id: recovery?.recoveryId ?? '' } })
    if (!row) continue
    const { stripeObjectId } = made
    if (collectionId) await adoptCollection(report, made, row.id, collectionId)
    else await recordRecovery(row.id, { status: 'succeeded', stripeObjectId })
  }
}
