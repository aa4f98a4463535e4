import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { newId } from '../ids.ts'
import type { FraudWarningSnapshot } from '../stripe/fraud-warnings.ts'
import { SYSTEM } from '../users/model.ts'

/** The payment that a warning is about, locked, so that two readings of it are recorded one after the other. */
async function lockPayment(
  tx: Tx,
  { chargeId, paymentIntentId }: FraudWarningSnapshot,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payments WHERE livemode = ${env().stripe.livemode}
    AND (stripe_charge_id = ${chargeId} OR stripe_payment_intent_id = ${paymentIntentId}) FOR NO KEY UPDATE`
  return found?.id ?? null
}

const words = (isActionable: boolean) => (isActionable ? 'open' : 'over')

/**
 * Writes down what Stripe says of a warning. `readAt`: when the reading began; one that began earlier than what is known is left out,
 * because each change at Stripe is told, and so read, after it happened. Null for a warning about a payment that is not ours.
 */
export async function recordFraudWarning(
  snapshot: FraudWarningSnapshot,
  readAt: Date,
): Promise<'open' | 'over' | null> {
  const { chargeId: _, paymentIntentId: __, ...mirror } = snapshot
  const { livemode } = env().stripe
  return transaction(async tx => {
    const paymentId = await lockPayment(tx, snapshot)
    if (!paymentId) return null
    const where = { livemode_stripeWarningId: { livemode, stripeWarningId: snapshot.stripeWarningId } }
    const known = await tx.fraudWarning.findUnique({ where })
    if (known && known.readAt > readAt) return words(known.isActionable)
    const id = known?.id ?? newId('fwn')
    const data = { ...mirror, readAt }
    await tx.fraudWarning.upsert({
      where: { id },
      create: { id, livemode, paymentId, ...data },
      update: data,
    })
    const status = words(snapshot.isActionable)
    if (known?.isActionable !== snapshot.isActionable) {
      await recordAuditEvent(tx, SYSTEM, {
        action: `fraud_warning.${status}`,
        subject: { type: 'fraud_warning', id },
        ...(known && { before: { status: words(known.isActionable) } }),
        after: { status, fraudType: snapshot.fraudType },
      })
    }
    return status
  })
}
