import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { currencyOf } from '../onboarding/queries.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { EditListingInput, ListingErrorCode } from './model.ts'
import { findOwnListing } from './own-listing.ts'

type Recorded = Pick<EditListingInput, 'title' | 'category' | 'amount' | 'deliveryDays'>

/** What the audit log keeps of a listing. */
function recorded({ title, category, amount, deliveryDays }: Recorded) {
  return { title, category, amount: amount.toString(), deliveryDays }
}

/** Changes a listing of the contractor's own, published or not. Orders that were placed keep what was agreed. */
export async function editListing(
  actor: Actor,
  { listingId, ...data }: EditListingInput,
): Promise<Result<{ listingId: string }, ListingErrorCode>> {
  const own = await findOwnListing(actor, listingId)
  if (!own.ok) return own
  if ((await currencyOf(actor)) !== data.currency) return fail('wrong_currency')
  await transaction(async tx => {
    const before = await tx.listing.findUniqueOrThrow({ where: { id: listingId } })
    await tx.listing.update({ where: { id: listingId, contractorId: actor.userId }, data })
    await recordAuditEvent(tx, actor, {
      action: 'listing.edit',
      subject: { type: 'listing', id: listingId },
      before: recorded(before),
      after: recorded(data),
    })
  })
  return ok({ listingId })
}
