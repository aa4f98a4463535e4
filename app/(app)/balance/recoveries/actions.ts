'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#lib/action.ts'
import { OBJECTION_ERRORS, objectInput } from '#lib/objections/model.ts'
import { objectToRecovery } from '#lib/objections/object-to-recovery.ts'

export const objectAction = defineAction({
  schema: objectInput,
  role: 'CONTRACTOR',
  once: 'own-row',
  errors: OBJECTION_ERRORS,
  run: objectToRecovery,
  done: () => {
    revalidatePath('/balance/recoveries')
    return 'recoveries.objectionSent'
  },
  failed: () => revalidatePath('/balance/recoveries'),
})
