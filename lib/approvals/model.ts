import { z } from 'zod'
import type { Currency } from '../currencies.ts'
import { message } from '../i18n/message.ts'
import { RECOVERY_ERRORS, type RecoveryErrorCode, type RecoveryInstrument } from '../recoveries/model.ts'
import { REFUND_ERRORS, type RefundErrorCode, type RefundPreview } from '../refunds/model.ts'
import type { ErrorTable } from '../result.ts'
import type { AdminRole } from '../users/model.ts'

export type ApprovalKind = 'refund' | 'recovery'
/** `expired` is never stored: a request that is still open when its time has passed. */
export type ApprovalStatus = 'open' | 'approved' | 'declined' | 'withdrawn' | 'outdated' | 'expired'

/** How long a request waits for a second admin. */
export const APPROVAL_DAYS = 3

/** What each role may move without a second admin, by currency, in minor units. A currency that is not listed: nothing. */
export type OwnLimits = { support: ReadonlyMap<string, bigint>; others: ReadonlyMap<string, bigint> }

/** Whether an amount, with what was already moved without a second admin, is more than this role may move alone. */
export function isAboveOwn(
  adminRole: AdminRole | null | undefined,
  { amount, currency }: { amount: bigint; currency: string },
  limits: OwnLimits,
): boolean {
  const table = adminRole === 'support' ? limits.support : limits.others
  return amount > (table.get(currency) ?? 0n)
}

/** By whose request a second admin lets something happen: kept in the audit log with the money's own row. */
export type Approved = { approvalId: string; requestedById: string }

/** Whether a row of money was made by an approval: its request key is the approval's id. */
export function isApprovalKey(requestKey: string): boolean {
  return requestKey.startsWith('apr_')
}

/** What is agreed of a recovery, as it was shown. `reversible` is what is left of the order's transfer. Minor units. */
export type RecoveryFacts = { amount: bigint; instrument: RecoveryInstrument; reversible: bigint }

export type ApprovalView = {
  id: string
  status: ApprovalStatus
  amount: bigint
  currency: Currency
  reason: string
  note: string
  order: { id: string; number: number; title: string } | null
  employerName: string
  contractor: { userId: string; displayName: string }
  requestedBy: string
  /** Whether the reader asked for it: they can take it back, and never approve it. */
  isOwn: boolean
  createdAt: Date
  expiresAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  answer: string
} & ({ kind: 'refund'; facts: RefundPreview } | { kind: 'recovery'; facts: RecoveryFacts })

export const APPROVAL_STATUS_WORDS = {
  open: { tone: 'warning', label: 'console.waitsForSecond' },
  approved: { tone: 'success', label: 'console.approved' },
  declined: { tone: 'destructive', label: 'console.declined' },
  withdrawn: { tone: 'neutral', label: 'console.withdrawn' },
  outdated: { tone: 'neutral', label: 'console.outdated' },
  expired: { tone: 'neutral', label: 'console.expired' },
} as const satisfies Record<ApprovalStatus, { tone: string; label: string }>

const approvalId = z.string().max(40)

export const decideApprovalInput = z
  .object({
    approvalId,
    decision: z.enum(['approve', 'decline'], 'console.chooseDecision'),
    answer: z
      .string()
      .trim()
      .max(500, message('console.atMost', { max: 500 }))
      .default(''),
  })
  .refine(({ decision, answer }) => decision === 'approve' || answer !== '', {
    path: ['answer'],
    message: 'console.sayWhy',
  })
export type DecideApprovalInput = z.output<typeof decideApprovalInput>

export const withdrawApprovalInput = z.object({ approvalId })

export type ApprovalErrorCode =
  | RefundErrorCode
  | RecoveryErrorCode
  | 'own_request'
  | 'already_decided'
  | 'expired'
  | 'facts_changed'

export const APPROVAL_ERRORS = {
  ...RECOVERY_ERRORS,
  ...REFUND_ERRORS,
  not_found: { status: 404, message: 'console.approvalNotFound' },
  own_request: { status: 403, message: 'console.approvalOwn' },
  already_decided: { status: 409, message: 'console.approvalDecided' },
  expired: { status: 409, message: 'console.approvalExpired' },
  facts_changed: {
    status: 409,
    message: 'console.factsChanged',
  },
} as const satisfies ErrorTable<ApprovalErrorCode>
