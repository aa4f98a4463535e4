import { z } from 'zod'
import { reasonOfRecord } from '../reason-of-record.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import type { AdminRole, Role } from './model.ts'

const flag = z.enum(['true', 'false']).transform(value => value === 'true')
export const setSuspensionInput = z.object({
  userId: z.string().max(40),
  suspended: flag,
  reason: reasonOfRecord,
})
export type SetSuspensionInput = z.output<typeof setSuspensionInput>

export type SuspensionErrorCode = 'not_found' | 'own_account'
export const SUSPENSION_ERRORS = {
  not_found: { status: 404, message: 'console.userNotFound' },
  own_account: { status: 409, message: 'console.ownAccount' },
} as const satisfies ErrorTable<SuspensionErrorCode>

export const pausePayoutsInput = z.object({
  requestKey,
  userId: z.string().max(40),
  paused: flag,
  reason: reasonOfRecord,
})
export type PausePayoutsInput = z.output<typeof pausePayoutsInput>

/** Somebody as admins see them. */
export type KnownUser = {
  userId: string
  displayName: string
  email: string
  role: Role
  adminRole: AdminRole | null
  suspendedAt: Date | null
  createdAt: Date
  /** Orders of theirs that are not over, as either party, and of those the ones with money held. */
  openOrders: number
  heldOrders: number
  liveSessions: number
  /** Null for whoever has no account at Stripe to be paid out of. */
  payouts: { isPaused: boolean; isChanging: boolean; interval: string } | null
}
