import { now } from '../clock.ts'
import { db, type Prisma, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { ok, type Result } from '../result.ts'
import type { AccountSnapshot } from '../stripe/account-snapshot.ts'
import { retrieveAccount } from '../stripe/accounts.ts'
import { isAccountGone, type StripeFailure } from '../stripe/errors.ts'
import { type AccountRequirements, accountRequirements } from './model.ts'
import { recordRejections } from './record-rejections.ts'
import { ACCOUNT_GONE } from './standing.ts'

function requirementsOf(snapshot: AccountSnapshot): AccountRequirements {
  return {
    ...snapshot.requirements,
    verification: snapshot.verification,
    representative: snapshot.people.find(({ roles }) => roles.representative)?.stripePersonId ?? null,
    termsAcceptedAt: snapshot.termsAcceptedAt?.toISOString() ?? null,
    bankStatus: snapshot.bank?.status ?? null,
  }
}

function mirrorOf(snapshot: AccountSnapshot): Prisma.ConnectedAccountUpdateManyMutationInput {
  return {
    businessType: snapshot.businessType,
    country: snapshot.country,
    defaultCurrency: snapshot.defaultCurrency,
    chargesEnabled: snapshot.chargesEnabled,
    payoutsEnabled: snapshot.payoutsEnabled,
    detailsSubmitted: snapshot.detailsSubmitted,
    cardPaymentsStatus: snapshot.cardPaymentsStatus,
    transfersStatus: snapshot.transfersStatus,
    requirements: requirementsOf(snapshot),
    disabledReason: snapshot.requirements.disabledReason,
    externalBankName: snapshot.bank?.name ?? null,
    externalBankLast4: snapshot.bank?.last4 ?? null,
    externalBankCurrency: snapshot.bank?.currency ?? null,
    payoutInterval: snapshot.payoutSchedule.interval,
    payoutWeekday: snapshot.payoutSchedule.weekday,
    payoutMonthDay: snapshot.payoutSchedule.monthDay,
  }
}

const notOvertaken = (id: string, askedAt: Date): Prisma.ConnectedAccountWhereInput => ({
  id,
  OR: [{ syncedAt: null }, { syncedAt: { lte: askedAt } }],
})

/** Nobody can be paid by an account that Stripe does not have any more; what else Stripe said of it last stays to be read. */
async function writeGone(row: { id: string; requirements: unknown }, askedAt: Date): Promise<void> {
  const requirements = { ...accountRequirements.parse(row.requirements), disabledReason: ACCOUNT_GONE }
  const off = { chargesEnabled: false, payoutsEnabled: false, disabledReason: ACCOUNT_GONE }
  await db().connectedAccount.updateMany({
    where: notOvertaken(row.id, askedAt),
    data: { ...off, requirements, syncedAt: askedAt },
  })
}

/**
 * Writes the mirror of one Stripe account: nothing else does, but what says that it is gone. `askedAt` is when Stripe was asked, so
 * that an answer that was overtaken by a later question's cannot put the mirror back.
 */
export async function writeAccountMirror(
  tx: Tx,
  connectedAccountId: string,
  snapshot: AccountSnapshot,
  askedAt: Date,
): Promise<void> {
  await tx.connectedAccount.updateMany({
    where: notOvertaken(connectedAccountId, askedAt),
    data: { ...mirrorOf(snapshot), syncedAt: askedAt },
  })
  if (!snapshot.chargesEnabled) return
  await tx.connectedAccount.updateMany({
    where: { id: connectedAccountId, enabledAt: null },
    data: { enabledAt: askedAt },
  })
}

/**
 * Reads a connected account from Stripe and records what it says. Called after every action, by the webhooks about
 * accounts, persons, capabilities and bank accounts, and by the sync job. Null for an account that is not ours, or not any more.
 */
export async function recordAccount(
  stripeAccountId: string,
): Promise<Result<AccountSnapshot | null, StripeFailure>> {
  const { livemode } = env().stripe
  const row = await db().connectedAccount.findFirst({ where: { livemode, stripeAccountId } })
  if (!row) return ok(null)
  const askedAt = now()
  const snapshot = await retrieveAccount(stripeAccountId)
  if (!snapshot.ok) {
    if (!isAccountGone(snapshot.error)) return snapshot
    await writeGone(row, askedAt)
    return ok(null)
  }
  await writeAccountMirror(db(), row.id, snapshot.value, askedAt)
  await recordRejections(row.id, snapshot.value.requirements, askedAt)
  return snapshot
}
