'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { answerObjection } from '#lib/objections/answer-objection.ts'
import { answerObjectionInput, OBJECTION_ERRORS } from '#lib/objections/model.ts'

export const answerObjectionAction = defineAdminAction('answerObjectionAction', {
  schema: answerObjectionInput,
  once: { form: 'answer_objection' },
  errors: OBJECTION_ERRORS,
  run: answerObjection,
  done: () => {
    revalidatePath('/admin/objections')
    return 'adminOrders.answerSent'
  },
  failed: () => revalidatePath('/admin/objections'),
})
