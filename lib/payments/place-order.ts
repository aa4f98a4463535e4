import { findOrderable } from '../catalogue/orderable.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import type { OrderErrorCode, PlaceOrderInput } from '../orders/model.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { insertOrder } from './insert-order.ts'
import { payableIn } from './payable-in.ts'

type Placed = Result<{ orderId: string }, OrderErrorCode>

/** The order that this form has already placed, if any; the same key with other content is refused. */
async function alreadyPlaced(actor: Actor, input: PlaceOrderInput): Promise<Placed | null> {
  const order = await db().order.findUnique({
    where: { employerId_requestKey: { employerId: actor.userId, requestKey: input.requestKey } },
  })
  if (!order) return null
  const same =
    order.contractorId === input.contractorId &&
    order.amount === input.amount &&
    order.currency === input.currency &&
    order.title === input.title &&
    order.listingId === (input.listingId ?? null) &&
    order.description === input.description
  return same ? ok({ orderId: order.id }) : fail('request_key_reused')
}

/**
 * An employer orders work. Price and commission are fixed here, on the server, and stay with the order.
 * The contractor must be payable by Stripe, in the order's currency; of a listing, price and words must be those that were seen. Submitting the same form again is the same order.
 */
export async function placeOrder(actor: Actor, input: PlaceOrderInput): Promise<Placed> {
  if (actor.role !== 'EMPLOYER') return fail('not_found')
  const before = await alreadyPlaced(actor, input)
  if (before) return before
  const payable = await payableIn(input.contractorId, input.currency)
  if (!payable.ok) return payable
  const listing = input.listingId ? await findOrderable(input.listingId, input) : null
  if (input.listingId && !listing) return fail('listing_changed')
  try {
    const deliveryDays = listing?.deliveryDays ?? input.deliveryDays ?? null
    return ok({ orderId: await transaction(tx => insertOrder(tx, actor, { ...input, deliveryDays })) })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await alreadyPlaced(actor, input)) ?? fail('request_key_reused')
  }
}
