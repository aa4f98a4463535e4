import { type JudgedRecovery, judgeRecovery, type RecoveryChoice } from '#components/admin/recovery-choice.ts'
import type { RecoverableOrder } from '#components/admin/recovery-section.tsx'
import { firstOf } from '#components/orders/address.ts'
import { listOrdersInput } from '#lib/orders/model.ts'
import { getOrder, listOrders } from '#lib/orders/queries.ts'
import { INSTRUMENT_WORDS, type RecoveryInstrument, type RecoveryPreview } from '#lib/recoveries/model.ts'
import { previewRecovery } from '#lib/recoveries/preview-recovery.ts'
import type { Actor } from '#lib/users/model.ts'

type Parameters = Record<string, string | string[] | undefined>
type Contractor = { userId: string; displayName: string }

export type RecoveryStep = {
  choice: RecoveryChoice
  limits: RecoveryPreview
  judged: JudgedRecovery | null
  orders: RecoverableOrder[]
}

function isInstrument(value: string | undefined): value is RecoveryInstrument {
  return value !== undefined && Object.hasOwn(INSTRUMENT_WORDS, value)
}

function choiceOf(parameters: Parameters): RecoveryChoice {
  const instrument = firstOf(parameters.instrument)
  return {
    orderId: firstOf(parameters.order)?.slice(0, 40) || null,
    amount: firstOf(parameters.amount)?.trim().slice(0, 20) ?? '',
    instrument: isInstrument(instrument) ? instrument : 'auto',
  }
}

/** The contractor's newest completed orders, and the one that the address names even if it is older. */
async function ordersOf(
  actor: Actor,
  contractor: Contractor,
  orderId: string | null,
): Promise<RecoverableOrder[]> {
  const { orders } = await listOrders(
    actor,
    listOrdersInput.parse({ q: contractor.displayName, status: 'completed' }),
  )
  const named = orderId && !orders.some(order => order.id === orderId) ? await getOrder(actor, orderId) : null
  return [...(named ? [named] : []), ...orders].filter(order => order.contractor.userId === contractor.userId)
}

/** Where the recovery form stands, as the address carries it; null when Stripe cannot be asked or there is no account. */
export async function recoveryStep(
  actor: Actor,
  contractor: Contractor,
  parameters: Parameters,
): Promise<RecoveryStep | null> {
  const typed = choiceOf(parameters)
  const orders = await ordersOf(actor, contractor, typed.orderId)
  const choice = {
    ...typed,
    orderId: orders.some(order => order.id === typed.orderId) ? typed.orderId : null,
  }
  const limits = await previewRecovery(actor, { contractorId: contractor.userId, orderId: choice.orderId })
  if (!limits.ok) return null
  const judged = firstOf(parameters.recover) === 'preview' ? judgeRecovery(limits.value, choice) : null
  return { choice, limits: limits.value, judged, orders }
}
