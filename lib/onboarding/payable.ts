import { Prisma, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { BLOCKED_REASONS } from './standing.ts'

// isPayable (standing.ts) as a condition of a query, once for Prisma and once as SQL: the three say the same, and a test
// holds them to it.

export function payableNow(): Prisma.ConnectedAccountWhereInput {
  const attached = (kind: 'identity' | 'additional') => ({
    documents: { some: { kind, attachedAt: { not: null }, stripePersonId: null } },
  })
  return {
    livemode: env().stripe.livemode,
    stripeAccountId: { not: null },
    chargesEnabled: true,
    payoutsEnabled: true,
    transfersStatus: 'active',
    user: { role: 'CONTRACTOR', suspendedAt: null },
    AND: [attached('identity'), attached('additional')],
    OR: [
      { disabledReason: null },
      { NOT: { OR: BLOCKED_REASONS.map(reason => ({ disabledReason: { startsWith: reason } })) } },
    ],
  }
}

const attached = (kind: 'identity' | 'additional') => Prisma.sql`EXISTS (
  SELECT FROM identity_documents d
  WHERE d.connected_account_id = a.id AND d.kind = ${kind}::"DocumentKind" AND d.attached_at IS NOT NULL AND d.stripe_person_id IS NULL)`

/** Selects the account that money for a contractor would go to: a row, or none when they cannot be paid. */
export function payableAccount(contractorUserId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT a.id, a.stripe_account_id, a.default_currency FROM connected_accounts a JOIN users u ON u.id = a.user_id
    WHERE a.user_id = ${contractorUserId} AND a.livemode = ${env().stripe.livemode} AND a.stripe_account_id IS NOT NULL
      AND a.charges_enabled AND a.payouts_enabled AND a.transfers_status = 'active'
      AND u.role = 'CONTRACTOR' AND u.suspended_at IS NULL AND ${attached('identity')} AND ${attached('additional')}
      AND NOT EXISTS (SELECT FROM unnest(${BLOCKED_REASONS}::text[]) r WHERE starts_with(a.disabled_reason, r))`
}

/** The account that an order's money would go to, in the caller's transaction; null when the contractor cannot be paid. */
export async function getPayableAccount(
  tx: Tx,
  contractorUserId: string,
): Promise<{ connectedAccountId: string; stripeAccountId: string; currency: string } | null> {
  const [account] = await tx.$queryRaw<
    { connectedAccountId: string; stripeAccountId: string; currency: string }[]
  >`SELECT id AS "connectedAccountId", stripe_account_id AS "stripeAccountId", default_currency AS currency
    FROM (${payableAccount(Prisma.sql`${contractorUserId}`)}) account`
  return account ?? null
}
