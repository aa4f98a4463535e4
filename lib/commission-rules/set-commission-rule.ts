import { may } from '../access/model.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import type { ListingCategory } from '../catalogue/category-model.ts'
import { now } from '../clock.ts'
import { db, isUniqueViolation, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { fromDecimal } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import type { CommissionErrorCode, SetCommissionRuleInput } from './model.ts'

type Rule = {
  contractorId: string | null
  listingId: string | null
  category: ListingCategory | null
  currency: string | null
  bps: number | null
  fixed: bigint
  startsAt: Date
}

type Row = Rule & { createdById: string; requestKey: string; reason: string }

type Scope = Pick<Rule, 'contractorId' | 'listingId' | 'category'>

async function scopeOf(input: SetCommissionRuleInput): Promise<Result<Scope, CommissionErrorCode>> {
  const { contractor, listingId, category } = input
  if ([contractor, listingId, category].filter(Boolean).length > 1) return fail('one_scope')
  if (listingId) {
    const found = await db().listing.count({ where: { id: listingId } })
    return found ? ok({ contractorId: null, listingId, category: null }) : fail('listing_unknown')
  }
  if (!contractor) return ok({ contractorId: null, listingId: null, category })
  const named = { OR: [{ id: contractor }, { email: contractor.toLowerCase() }] }
  const user = await db().user.findFirst({ where: { role: 'CONTRACTOR', ...named } })
  return user ? ok({ contractorId: user.id, listingId: null, category: null }) : fail('contractor_unknown')
}

/** From the beginning of the day, or from now on where that is today. */
function startOf(day: string): Date | null {
  const at = now()
  const today = at.toISOString().slice(0, 10)
  if (day < today) return null
  return day === today ? at : new Date(`${day}T00:00:00Z`)
}

async function ruleOf(input: SetCommissionRuleInput): Promise<Result<Rule, CommissionErrorCode>> {
  const scope = await scopeOf(input)
  if (!scope.ok) return scope
  const { currency, percent } = input
  const fixed = input.fixed === null ? 0n : currency && fromDecimal(input.fixed, currency)?.amount
  if (fixed === null || fixed === undefined) return fail('fixed_invalid')
  const startsAt = startOf(input.startsOn)
  if (!startsAt) return fail('in_the_past')
  const bps = percent === '' ? null : Math.round(Number(percent.replace(',', '.')) * 100)
  return ok({ ...scope.value, currency, bps, fixed, startsAt })
}

/** Whether the form that made a rule says the same again; today's rule began when it was sent. */
async function isRepeated({ createdById, requestKey, reason, startsAt, ...rule }: Row): Promise<boolean> {
  const made = await db().commissionRule.findUnique({
    where: { createdById_requestKey: { createdById, requestKey } },
  })
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  if (!made || made.reason !== reason || dayOf(made.startsAt) !== dayOf(startsAt)) return false
  const { contractorId, listingId, category, currency, bps, fixed } = rule
  return (
    made.category === category &&
    made.contractorId === contractorId &&
    made.listingId === listingId &&
    made.currency === currency &&
    made.bps === bps &&
    made.fixed === fixed
  )
}

/**
 * An owner sets what commission new orders carry from a day on: of everybody, of one contractor, listing or
 * category. Rules are only added; what orders were made with stays theirs. Sent twice it is one rule.
 */
export async function setCommissionRule(
  actor: Actor,
  input: SetCommissionRuleInput,
): Promise<Result<void, CommissionErrorCode>> {
  if (!may(actor, 'settings')) return fail('not_found')
  const rule = await ruleOf(input)
  if (!rule.ok) return rule
  const { requestKey, reason } = input
  const id = newId('cmr')
  const row = { id, requestKey, reason, createdById: actor.userId, createdAt: now(), ...rule.value }
  try {
    await transaction(async tx => {
      await tx.commissionRule.create({ data: row })
      const { fixed, startsAt, ...rest } = rule.value
      await recordAuditEvent(tx, actor, {
        action: 'commission_rule.set',
        subject: { type: 'commission_rule', id },
        after: { ...rest, fixed: fixed.toString(), startsAt: startsAt.toISOString(), reason },
      })
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await isRepeated(row)) ? ok() : fail('request_key_reused')
  }
  return ok()
}
