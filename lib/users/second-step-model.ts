import { z } from 'zod'
import type { ErrorTable } from '../result.ts'
import { factorCode, SECOND_FACTOR_ERRORS } from '../second-factor/model.ts'

export const secondStepInput = z.object({ code: factorCode, next: z.string().max(2000).optional() })

export type SecondStepErrorCode = 'challenge_over' | 'wrong_code' | 'too_many_tries'
export const SECOND_STEP_ERRORS = {
  challenge_over: { status: 410, message: 'accountErrors.challengeOver' },
  wrong_code: SECOND_FACTOR_ERRORS.wrong_code,
  too_many_tries: SECOND_FACTOR_ERRORS.too_many_tries,
} as const satisfies ErrorTable<SecondStepErrorCode>
