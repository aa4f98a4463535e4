import { deliverOrder } from '../../orders/deliver-order.ts'
import { requestChanges } from '../../orders/request-changes.ts'
import { authorizeOrder } from '../../payments/authorize-order.ts'
import { capturePayment } from '../../payments/capture-payment.ts'
import { getPayment } from '../../payments/queries.ts'
import { releaseHold } from '../../payments/release-hold.ts'
import { renewHold } from '../../payments/renew-hold.ts'
import { requestPayout } from '../../payouts/request-payout.ts'
import { recoverFromContractor } from '../../recoveries/recover-from-contractor.ts'
import { requestRefund } from '../../refunds/request-refund.ts'
import { fail, type Result } from '../../result.ts'
import type { Actor } from '../../users/model.ts'
import type { Press } from './books.ts'

/** Who is there to press, and about which order. */
export type People = {
  employer: Actor
  contractor: Actor
  admin: Actor
  savedCardId: string
  orderId: string
}

type Operation = () => Promise<Result<unknown, unknown>>

/** An amount as people type it. */
export const decimal = (amount: bigint): string =>
  `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`

async function refund(
  { admin, orderId }: People,
  press: Press & { kind: 'refund' },
): Promise<Result<unknown, unknown>> {
  const payment = await getPayment(admin, orderId)
  if (!payment) return fail('not_found')
  const choice = { reverseTransfer: press.share, refundCommission: press.commission }
  const form = { paymentId: payment.id, requestKey: press.key, amount: decimal(press.amount) }
  return requestRefund(admin, { ...form, ...choice, reason: 'duplicate', note: '' })
}

function moneyOperation(press: Press, people: People): Operation {
  const { contractor, admin, orderId } = people
  const form = { requestKey: press.key, currency: 'usd' }
  if (press.kind === 'refund') return () => refund(people, press)
  if (press.kind === 'payOut')
    return () => requestPayout(contractor, { ...form, amount: decimal(press.amount) })
  if (press.kind !== 'recover') throw new Error(`${press.kind} is nothing that people press`)
  const why = { instrument: 'auto', reason: 'fee_correction', note: '' } as const
  const of = { contractorId: contractor.userId, orderId, amount: decimal(press.amount) }
  return () => recoverFromContractor(admin, { ...form, ...of, ...why })
}

/** What our server does when somebody presses. */
export function operationOf(press: Press, people: People): Operation {
  const { employer, contractor, orderId, savedCardId } = people
  const hold = { orderId, savedCardId, requestKey: press.key }
  const note = { orderId, note: 'As we said.' }
  switch (press.kind) {
    case 'hold':
      return () => authorizeOrder(employer, hold)
    case 'renew':
      return () => renewHold(employer, hold)
    case 'deliver':
      return () => deliverOrder(contractor, note)
    case 'changes':
      return () => requestChanges(employer, note)
    case 'release':
      return () => releaseHold(employer, note)
    case 'capture': {
      const amount = press.amount === null ? undefined : decimal(press.amount)
      return () => capturePayment(employer, { orderId, amount })
    }
    default:
      return moneyOperation(press, people)
  }
}
