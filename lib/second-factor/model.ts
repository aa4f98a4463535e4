import { z } from 'zod'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { knownPassword } from '../users/model.ts'

/** How it stands: off, offered and not confirmed yet (with what an authenticator needs), or on. */
export type SecondFactorView =
  | { state: 'off' }
  | { state: 'offered'; secret: string; uri: string }
  | { state: 'on'; recoveryCodesLeft: number }

/** How many recovery codes somebody is given. */
export const RECOVERY_CODES = 10

/** A code of the authenticator or a recovery code, as people write them: blanks and dashes do not count. */
export const factorCode = z
  .string()
  .max(60, 'ownAccount.codeShape')
  .transform(text => text.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^(\d{6}|[0-9A-Z]{16})$/, 'ownAccount.codeShape'))

export const startSecondFactorInput = z.object({ requestKey, password: knownPassword })
export type StartSecondFactorInput = z.output<typeof startSecondFactorInput>

export const confirmSecondFactorInput = z.object({ requestKey, code: factorCode })
export type ConfirmSecondFactorInput = z.output<typeof confirmSecondFactorInput>

export const turnOffSecondFactorInput = z.object({ requestKey, password: knownPassword, code: factorCode })
export type TurnOffSecondFactorInput = z.output<typeof turnOffSecondFactorInput>

export type SecondFactorErrorCode =
  | 'wrong_password'
  | 'wrong_code'
  | 'too_many_tries'
  | 'already_on'
  | 'not_on'
  | 'offer_over'
export const SECOND_FACTOR_ERRORS = {
  wrong_password: { status: 403, message: 'accountErrors.wrongPassword' },
  wrong_code: { status: 403, message: 'accountErrors.wrongCode' },
  too_many_tries: { status: 429, message: 'accountErrors.tooManyCodes' },
  already_on: { status: 409, message: 'accountErrors.alreadyOn' },
  not_on: { status: 409, message: 'accountErrors.notOn' },
  offer_over: { status: 410, message: 'accountErrors.offerOver' },
} as const satisfies ErrorTable<SecondFactorErrorCode>

/** Whether somebody has to set a second factor up before they may do anything else: admins, where money is real. */
export function isHeldBack(
  person: { role: string; hasSecondFactor: boolean },
  { livemode }: { livemode: boolean },
): boolean {
  return livemode && person.role === 'ADMIN' && !person.hasSecondFactor
}
