'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import {
  DISAGREEMENT_ERRORS,
  openDisagreementInput,
  withdrawDisagreementInput,
} from '#lib/disagreements/model.ts'
import { openDisagreement } from '#lib/disagreements/open-disagreement.ts'
import { withdrawDisagreement } from '#lib/disagreements/withdraw-disagreement.ts'

const drawAgain = (_code: string, { orderId }: { orderId: string }) => revalidatePath(`/orders/${orderId}`)

export const openDisagreementAction = defineAction({
  schema: openDisagreementInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'own-row',
  errors: DISAGREEMENT_ERRORS,
  run: openDisagreement,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=disagreed#disagreement`),
  failed: drawAgain,
})

export const withdrawDisagreementAction = defineAction({
  schema: withdrawDisagreementInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'repeatable',
  errors: DISAGREEMENT_ERRORS,
  run: withdrawDisagreement,
  done: (_value, { orderId }) => redirect(`/orders/${orderId}?done=agreed#disagreement`),
  failed: drawAgain,
})
