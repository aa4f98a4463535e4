'use server'

import { definePublicAction } from '#lib/action.ts'
import { confirmAddress } from '#lib/users/confirm-address.ts'
import { confirmAddressInput, EMAIL_ERRORS } from '#lib/users/email-model.ts'

export const confirmAddressAction = definePublicAction({
  schema: confirmAddressInput,
  errors: EMAIL_ERRORS,
  run: confirmAddress,
  done: () => 'ownAccount.addressConfirmed',
})
