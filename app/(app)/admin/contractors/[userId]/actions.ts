'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAdminAction } from '#lib/action.ts'
import { RECOVERY_ERRORS, recoverFromContractorInput } from '#lib/recoveries/model.ts'
import { recoverFromContractor } from '#lib/recoveries/recover-from-contractor.ts'

export const recoverAction = defineAdminAction('recoverAction', {
  schema: recoverFromContractorInput,
  once: 'own-row',
  errors: RECOVERY_ERRORS,
  run: recoverFromContractor,
  done: ({ recoveryId }, { contractorId }) =>
    redirect(`/admin/contractors/${contractorId}?recovered=${recoveryId}#recoveries`),
  failed: (_code, { contractorId }) => revalidatePath(`/admin/contractors/${contractorId}`),
})
