import { DAY_MS } from '../clock.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { expectOk } from '../demo/expect-ok.ts'
import { moveOwnOrder } from '../orders/move-own-order.ts'
import { stripeTime } from '../stripe/clock.ts'
import { newOrder } from './marketplace.ts'

/** An order of which a delivery waits for a word, and is approved by itself so many days from now: less than none is overdue. */
export async function silentDelivery(parties: Parties, daysLeft: number): Promise<string> {
  const orderId = await newOrder(parties, 'held')
  const at = expectOk(await stripeTime(), 'ask for the time')
  const until = new Date(at.getTime() + daysLeft * DAY_MS).toISOString()
  const owned = { contractorId: parties.contractor.userId }
  const delivered = await moveOwnOrder(parties.contractor, owned, 'deliver', { orderId, note: '', until })
  expectOk(delivered, 'deliver')
  return orderId
}
