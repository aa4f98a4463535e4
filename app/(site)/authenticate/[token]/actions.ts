'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { definePublicAction } from '#lib/action.ts'
import { finishLinkedAuthentication } from '#lib/payments/authenticate-by-link.ts'
import { PAYMENT_ERRORS } from '#lib/payments/model.ts'

export const finishLinkedAction = definePublicAction({
  schema: z.object({ token: z.string().max(200) }),
  errors: PAYMENT_ERRORS,
  run: (_origin, input) => finishLinkedAuthentication(input),
  done: (status, { token }) => {
    if (status !== 'requires_action') redirect(`/authenticate/${token}`)
    return { message: '', data: { status } }
  },
})
