import { z } from 'zod'
import type { MessageKey } from '../i18n/messages.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { knownPassword } from '../users/model.ts'

/** Why an account cannot be deleted yet: each is money that is on its way, or a decision that is waited for. */
export const OBSTACLES = {
  admin: 'leaving.admin',
  open_orders: 'leaving.openOrders',
  open_disagreements: 'leaving.openDisagreements',
  open_disputes: 'leaving.openDisputes',
  refunds_under_way: 'leaving.refundsUnderWay',
  balance: 'leaving.balance',
  payouts_under_way: 'leaving.payoutsUnderWay',
  money_owed: 'leaving.moneyOwed',
} as const satisfies Record<string, MessageKey>
export type Obstacle = keyof typeof OBSTACLES

/** `sure`: the box that says that it is for good. */
export const leaveInput = z.object({
  requestKey,
  password: knownPassword,
  sure: z.literal('on', 'leaving.tickTheBox'),
})
export type LeaveInput = z.output<typeof leaveInput>

export type LeaveErrorCode = 'wrong_password' | 'too_many_tries' | 'not_yet'
export const LEAVE_ERRORS = {
  wrong_password: { status: 403, message: 'accountErrors.wrongPassword' },
  too_many_tries: { status: 429, message: 'accountErrors.tooManyTries' },
  not_yet: { status: 409, message: 'leaving.notYet' },
} as const satisfies ErrorTable<LeaveErrorCode>

export type ExportErrorCode = 'wrong_password' | 'too_many_tries'

export function isExportError(code: unknown): code is ExportErrorCode {
  return code === 'wrong_password' || code === 'too_many_tries'
}
