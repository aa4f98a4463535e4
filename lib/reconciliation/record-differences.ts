import { now } from '../clock.ts'
import { type Tx, transaction } from '../db.ts'
import { newId } from '../ids.ts'
import { type Difference, PROPOSALS } from './model.ts'

async function upsert(tx: Tx, livemode: boolean, difference: Difference, seenAt: Date): Promise<string> {
  const { kind, subject, currency, ledgerAmount, stripeAmount } = difference
  const open = await tx.discrepancy.findFirst({
    where: { livemode, kind, subject, currency, resolvedAt: null },
  })
  if (open) {
    await tx.discrepancy.update({
      where: { id: open.id },
      data: { ledgerAmount, stripeAmount, lastSeenAt: seenAt },
    })
    return open.id
  }
  const id = newId('dsc')
  await tx.discrepancy.create({
    data: { id, livemode, ...difference, proposal: PROPOSALS[kind], firstSeenAt: seenAt, lastSeenAt: seenAt },
  })
  return id
}

/** Keeps one open Discrepancy for each difference, and closes those that are gone. Nothing else is changed: it only proposes. */
export async function recordDifferences(livemode: boolean, differences: Difference[]): Promise<void> {
  await transaction(async tx => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('reconciliation'))`
    const seenAt = now()
    const seen: string[] = []
    for (const difference of differences) seen.push(await upsert(tx, livemode, difference, seenAt))
    await tx.discrepancy.updateMany({
      where: { livemode, resolvedAt: null, id: { notIn: seen } },
      data: { resolvedAt: seenAt },
    })
  })
}
