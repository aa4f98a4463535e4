import type { ListingCategory } from '../catalogue/category-model.ts'
import { now } from '../clock.ts'
import type { Currency } from '../currencies.ts'
import { db, type Prisma, type Tx } from '../db.ts'
import { env } from '../env.ts'
import type { CommissionRate } from '../money.ts'

/** `category` is the listing's own where there is a listing. */
export type CommissionOf = {
  contractorId: string
  listingId?: string | null
  category?: ListingCategory | null
  currency: Currency
}
/** The rate, and the rule that it is of; null for the one of the settings. */
export type AppliedCommission = CommissionRate & { ruleId: string | null }

type Rule = Prisma.CommissionRuleGetPayload<object>

/** Of one scope, the newest that has begun counts; one without a rate says that the scope has none any more. */
function ofScope(rules: Rule[], isIn: (rule: Rule) => boolean): Rule | undefined {
  const newest = rules.find(isIn)
  return newest?.bps === null ? undefined : newest
}

/** Every rule of a scope that the order is in and that has begun, the latest first. */
async function rulesFor({ contractorId, listingId, category, currency }: CommissionOf, on: Tx, at: Date) {
  const listing = listingId
    ? await on.listing.findUnique({ where: { id: listingId }, select: { category: true } })
    : null
  const kind = listing?.category ?? category
  const scopes = [
    { contractorId },
    ...(listingId ? [{ listingId }] : []),
    ...(kind ? [{ category: kind }] : []),
    { contractorId: null, listingId: null, category: null },
  ]
  return on.commissionRule.findMany({
    where: { startsAt: { lte: at }, AND: [{ OR: scopes }, { OR: [{ currency: null }, { currency }] }] },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  })
}

/**
 * The commission that an order placed at a moment would carry: of its listing, else of its contractor, else of its category, else for
 * everybody, else of the settings. It is stored on the order, so that a later change spares it.
 */
export async function commissionFor(
  order: CommissionOf,
  on: Tx = db(),
  at: Date = now(),
): Promise<AppliedCommission> {
  const rules = await rulesFor(order, on, at)
  const { currency } = order
  const rule =
    ofScope(rules, one => one.listingId !== null) ??
    ofScope(rules, one => one.contractorId !== null) ??
    ofScope(rules, one => one.category !== null) ??
    ofScope(rules, one => one.listingId === null && one.contractorId === null && one.category === null)
  if (rule) return { ruleId: rule.id, bps: rule.bps ?? 0, fixed: rule.fixed }
  return { ruleId: null, bps: env().COMMISSION_BPS, fixed: env().COMMISSION_FIXED.get(currency) ?? 0n }
}
