import { now } from '../clock.ts'
import { Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { checkInvariants } from '../ledger/invariants.ts'
import { ok, type Result } from '../result.ts'

const DETAILS_KEPT = 5

/** Looks at every rule of the ledger and writes down what was found and when. Returns how many do not hold. */
export async function checkLedger(): Promise<Result<number, never>> {
  const { livemode } = env().stripe
  const checkedAt = now()
  const results = await checkInvariants(livemode)
  const rows = results.map(({ name, breaches }) => {
    const details = breaches.slice(0, DETAILS_KEPT).map(({ id, detail }) => `${id}: ${detail}`)
    return { livemode, name, breaches: breaches.length, details, checkedAt }
  })
  await transaction(async tx => {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('check-ledger'))`)
    await tx.invariantCheck.deleteMany({ where: { livemode } })
    await tx.invariantCheck.createMany({ data: rows })
  })
  return ok(rows.filter(({ breaches }) => breaches > 0).length)
}
