import { newRequestKey } from '../ids.ts'
import { deliverOrder } from '../orders/deliver-order.ts'
import { authorizeOrder } from '../payments/authorize-order.ts'
import { capturePayment } from '../payments/capture-payment.ts'
import { placeOrder } from '../payments/place-order.ts'
import { releaseHold } from '../payments/release-hold.ts'
import type { Actor } from '../users/model.ts'
import { expectOk } from './expect-ok.ts'

export type DemoOrder = { title: string; description: string; amount: bigint }

export type Parties = { employer: Actor; contractor: Actor; savedCardId: string }

/** How far an order is taken; each step is the parties' own command. */
export type OrderStage = 'placed' | 'held' | 'delivered' | 'completed' | 'canceled'

/** Places an order in US dollars and takes it to a stage. Returns its id. */
export async function arrangeOrder(parties: Parties, order: DemoOrder, stage: OrderStage): Promise<string> {
  const { employer, contractor, savedCardId } = parties
  const placing = {
    ...order,
    currency: 'usd',
    contractorId: contractor.userId,
    requestKey: newRequestKey(),
  } as const
  const { orderId } = expectOk(await placeOrder(employer, placing), 'place an order')
  if (stage === 'placed') return orderId
  expectOk(
    await authorizeOrder(employer, { orderId, savedCardId, requestKey: newRequestKey() }),
    'hold the money',
  )
  if (stage === 'held') return orderId
  if (stage === 'canceled') {
    expectOk(await releaseHold(employer, { orderId, note: 'The plan has changed.' }), 'release the hold')
    return orderId
  }
  expectOk(
    await deliverOrder(contractor, { orderId, note: 'All done, files attached to the board.' }),
    'deliver',
  )
  if (stage === 'completed') expectOk(await capturePayment(employer, { orderId }), 'capture')
  return orderId
}
