'use server'

import { redirect } from 'next/navigation'
import { defineOwnAction } from '#lib/action.ts'
import { confirmSecondFactor } from '#lib/second-factor/confirm-second-factor.ts'
import {
  confirmSecondFactorInput,
  SECOND_FACTOR_ERRORS,
  startSecondFactorInput,
  turnOffSecondFactorInput,
} from '#lib/second-factor/model.ts'
import { renewRecoveryCodes } from '#lib/second-factor/renew-recovery-codes.ts'
import { startSecondFactor } from '#lib/second-factor/start-second-factor.ts'
import { turnOffSecondFactor } from '#lib/second-factor/turn-off-second-factor.ts'

// None is kept as an answer to the same form: recovery codes are nowhere but in the answer itself.
const COMMON = { once: 'repeatable', errors: SECOND_FACTOR_ERRORS } as const

export const startSecondFactorAction = defineOwnAction({
  ...COMMON,
  schema: startSecondFactorInput,
  run: startSecondFactor,
  done: () => redirect('/account/security/two-factor'),
})

export const confirmSecondFactorAction = defineOwnAction({
  ...COMMON,
  schema: confirmSecondFactorInput,
  run: confirmSecondFactor,
  done: codes => ({ message: 'ownAccount.twoFactorIsOn', data: { codes: codes.join(' ') } }),
})

export const renewRecoveryCodesAction = defineOwnAction({
  ...COMMON,
  schema: turnOffSecondFactorInput,
  run: renewRecoveryCodes,
  done: codes => ({
    message: 'ownAccount.recoveryCodesRenewed',
    data: { codes: codes.join(' ') },
  }),
})

export const turnOffSecondFactorAction = defineOwnAction({
  ...COMMON,
  schema: turnOffSecondFactorInput,
  run: turnOffSecondFactor,
  done: () => redirect('/account/security?done=two-factor-off'),
})
