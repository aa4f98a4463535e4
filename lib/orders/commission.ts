import { now } from '../clock.ts'
import type { Currency } from '../currencies.ts'
import { db, type Prisma, type Tx } from '../db.ts'
import { env } from '../env.ts'
import type { CommissionRate } from '../money.ts'

export type CommissionOf = { contractorId: string; listingId?: string | null; currency: Currency }
/** The rate, and the rule that it is of; null for the one of the settings. */
export type AppliedCommission = CommissionRate & { ruleId: string | null }

type Rule = Prisma.CommissionRuleGetPayload<object>

/** Of one scope, the newest that has begun counts; one without a rate says that the scope has none any more. */
function ofScope(rules: Rule[], isIn: (rule: Rule) => boolean): Rule | undefined {
  const newest = rules.find(isIn)
  return newest?.bps === null ? undefined : newest
}

/**
 * The commission that an order placed at a moment would carry: of its listing, else of its contractor, else for everybody, else of the
 * settings. It is stored on the order, so that a later change spares it.
 */
export async function commissionFor(
  { contractorId, listingId, currency }: CommissionOf,
  on: Tx = db(),
  at: Date = now(),
): Promise<AppliedCommission> {
  const everybody = { contractorId: null, listingId: null }
  const rules = await on.commissionRule.findMany({
    where: {
      startsAt: { lte: at },
      AND: [
        { OR: [{ contractorId }, ...(listingId ? [{ listingId }] : []), everybody] },
        { OR: [{ currency: null }, { currency }] },
      ],
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  })
  const rule =
    ofScope(rules, one => one.listingId !== null) ??
    ofScope(rules, one => one.contractorId !== null) ??
    ofScope(rules, one => one.listingId === null && one.contractorId === null)
  if (rule) return { ruleId: rule.id, bps: rule.bps ?? 0, fixed: rule.fixed }
  return { ruleId: null, bps: env().COMMISSION_BPS, fixed: env().COMMISSION_FIXED.get(currency) ?? 0n }
}
