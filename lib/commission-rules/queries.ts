import { may } from '../access/model.ts'
import type { ListingCategory } from '../catalogue/category-model.ts'
import { now } from '../clock.ts'
import { type Currency, isCurrency } from '../currencies.ts'
import { db } from '../db.ts'
import { type AppliedCommission, commissionFor } from '../orders/commission.ts'
import type { Actor } from '../users/model.ts'
import type { CommissionRuleView } from './model.ts'

const LISTED_MAX = 200
const named = { select: { id: true, profile: { select: { displayName: true } } } } as const

type Scoped = {
  contractor: { id: string; profile: { displayName: string } | null } | null
  listing: { id: string; title: string } | null
  category: ListingCategory | null
}

function scopeOf({ contractor, listing, category }: Scoped): CommissionRuleView['scope'] {
  if (listing) return { kind: 'listing', id: listing.id, name: listing.title }
  if (contractor)
    return { kind: 'contractor', id: contractor.id, name: contractor.profile?.displayName ?? '' }
  return category && { kind: 'category', category }
}

/** Every rule, the latest first; for owners, empty for anybody else. */
export async function listCommissionRules(actor: Actor): Promise<CommissionRuleView[]> {
  if (!may(actor, 'settings')) return []
  const rows = await db().commissionRule.findMany({
    include: { contractor: named, createdBy: named, listing: { select: { id: true, title: true } } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: LISTED_MAX,
  })
  return rows.map(({ contractor, listing, category, createdBy, currency, ...row }) => {
    const { id, bps, fixed, startsAt, reason } = row
    const scope = scopeOf({ contractor, listing, category })
    const code = currency && isCurrency(currency) ? currency : null
    const made = { createdBy: createdBy.profile?.displayName ?? '', isComing: startsAt > now() }
    return { id, bps, fixed, startsAt, reason, scope, currency: code, ...made }
  })
}

/** Which rule an order of today would carry; null for those who may not see it, and for an unknown contractor. */
export async function previewCommission(
  actor: Actor,
  asked: { contractor: string; listingId: string; category: ListingCategory | null; currency: Currency },
): Promise<AppliedCommission | null> {
  if (!may(actor, 'settings')) return null
  const listing = asked.listingId ? await db().listing.findUnique({ where: { id: asked.listingId } }) : null
  const typed = asked.contractor.toLowerCase()
  const user = await db().user.findFirst({ where: { OR: [{ id: asked.contractor }, { email: typed }] } })
  const contractorId = listing?.contractorId ?? user?.id ?? ''
  if ((asked.contractor && !user) || (asked.listingId && !listing)) return null
  const { category, currency } = asked
  return commissionFor({ contractorId, listingId: listing?.id ?? null, category, currency })
}
