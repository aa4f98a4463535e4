import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { env } from '../env.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { continueRelease } from './continue-release.ts'
import type { PaymentErrorCode } from './model.ts'
import { isRenewing } from './renewal-state.ts'

/** Under the order's lock: the renewal that does not hold yet is to be let go. Null when there is none any more. */
async function claim(
  tx: Tx,
  actor: Actor,
  orderId: string,
): Promise<Result<string | null, PaymentErrorCode>> {
  await tx.$queryRaw`SELECT id FROM orders WHERE id = ${orderId} AND employer_id = ${actor.userId} FOR NO KEY UPDATE`
  const order = await tx.order.findFirst({
    where: { id: orderId, employerId: actor.userId, livemode: env().stripe.livemode },
    include: { payments: true },
  })
  if (!order) return fail('not_found')
  const renewal = order.payments.find(one => isRenewing(one) && !one.surplusAt)
  if (!renewal) return ok(null)
  const { id } = renewal
  await tx.payment.update({ where: { id }, data: { surplusAt: now(), releaseRequestedAt: now() } })
  await recordAuditEvent(tx, actor, {
    action: 'payment.give_up_renewal',
    subject: { type: 'payment', id },
    before: { status: renewal.status, isSurplus: false },
    after: { status: renewal.status, isSurplus: true },
  })
  await enqueue(tx, 'resume-payment', { paymentId: id }, { key: `payment:${id}`, delaySeconds: 30 })
  return ok(id)
}

/** The employer leaves a renewal unfinished, such as a bank's check: the hold that the order has goes on as it was. */
export async function giveUpRenewal(
  actor: Actor,
  input: { orderId: string },
): Promise<Result<void, PaymentErrorCode>> {
  const claimed = await transaction(tx => claim(tx, actor, input.orderId))
  if (!claimed.ok) return claimed
  // Its end is certain from here on: if Stripe does not hear of it now, the job tells it.
  if (claimed.value) await continueRelease(claimed.value)
  return ok()
}
