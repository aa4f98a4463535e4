import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { currencyOf } from '../onboarding/queries.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { CreateListingInput, ListingErrorCode } from './model.ts'

type Created = Result<{ listingId: string }, ListingErrorCode>

/** The listing that this form has already made, if any; the same key with other content is refused. */
async function alreadyCreated(actor: Actor, input: CreateListingInput): Promise<Created | null> {
  const row = await db().listing.findUnique({
    where: { contractorId_requestKey: { contractorId: actor.userId, requestKey: input.requestKey } },
  })
  if (!row) return null
  const same = row.title === input.title && row.amount === input.amount && row.currency === input.currency
  return same ? ok({ listingId: row.id }) : fail('request_key_reused')
}

async function insert(actor: Actor, input: CreateListingInput): Promise<string> {
  const id = newId('lst')
  const { title, category, amount, currency, deliveryDays } = input
  await transaction(async tx => {
    await tx.listing.create({ data: { id, contractorId: actor.userId, ...input } })
    await recordAuditEvent(tx, actor, {
      action: 'listing.create',
      subject: { type: 'listing', id },
      after: { title, category, amount: amount.toString(), currency, deliveryDays },
    })
  })
  return id
}

/** A contractor writes a listing, as a draft. Its currency is the one in which Stripe pays them. */
export async function createListing(actor: Actor, input: CreateListingInput): Promise<Created> {
  if (actor.role !== 'CONTRACTOR') return fail('not_found')
  const before = await alreadyCreated(actor, input)
  if (before) return before
  const currency = await currencyOf(actor)
  if (!currency) return fail('no_currency')
  if (currency !== input.currency) return fail('wrong_currency')
  try {
    return ok({ listingId: await insert(actor, input) })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await alreadyCreated(actor, input)) ?? fail('request_key_reused')
  }
}
