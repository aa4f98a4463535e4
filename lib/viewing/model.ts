import { z } from 'zod'
import { reasonOfRecord } from '../reason-of-record.ts'
import type { ErrorTable } from '../result.ts'

/** How long an admin may look at somebody's pages before they have to say again why. */
export const VIEWING_MINUTES = 30

export const startViewingInput = z.object({
  userId: z.string().max(40),
  reason: reasonOfRecord,
})
export type StartViewingInput = z.output<typeof startViewingInput>

export type ViewingErrorCode = 'not_found'
export const VIEWING_ERRORS = {
  not_found: { status: 404, message: 'console.userNotFound' },
} as const satisfies ErrorTable<ViewingErrorCode>
