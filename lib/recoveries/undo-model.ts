import { z } from 'zod'
import { reasonOfRecord } from '../reason-of-record.ts'
import type { ErrorTable } from '../result.ts'

export const undoRecoveryInput = z.object({
  recoveryId: z.string().max(40),
  reason: reasonOfRecord,
})
export type UndoRecoveryInput = z.output<typeof undoRecoveryInput>

export type UndoErrorCode = 'not_found' | 'nothing_taken' | 'of_dispute' | 'objection_open'
export const UNDO_ERRORS = {
  not_found: { status: 404, message: 'recoveries.noSuchRecovery' },
  nothing_taken: { status: 409, message: 'recoveries.nothingToGiveBack' },
  of_dispute: { status: 409, message: 'recoveries.ofDispute' },
  objection_open: { status: 409, message: 'recoveries.answerObjection' },
} as const satisfies ErrorTable<UndoErrorCode>
