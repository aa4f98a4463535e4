import { may } from '../access/model.ts'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { monthAfter, monthOf } from '../statements/model.ts'
import type { Actor } from '../users/model.ts'

/** The months of the books, from the first posting to this month, newest first, such as `2026-11`; none for who may not export. */
export async function listPackMonths(actor: Actor): Promise<{ month: string; isOver: boolean }[]> {
  if (!may(actor, 'export')) return []
  const { livemode } = env().stripe
  const first = await db().ledgerTransaction.aggregate({ where: { livemode }, _min: { createdAt: true } })
  const current = monthOf(now())
  const begin = monthOf(first._min.createdAt ?? now())
  const months: { month: string; isOver: boolean }[] = []
  for (let month = current; month >= begin; month = monthAfter(month, -1))
    months.push({ month, isOver: month < current })
  return months
}
