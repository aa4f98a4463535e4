'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAdminAction } from '#lib/action.ts'
import { recoverOrAsk } from '#lib/approvals/recover-or-ask.ts'
import { getWords } from '#lib/i18n/request.ts'
import { RECOVERY_ERRORS, recoverFromContractorInput } from '#lib/recoveries/model.ts'
import { UNDO_ERRORS, undoRecoveryInput } from '#lib/recoveries/undo-model.ts'
import { undoRecovery } from '#lib/recoveries/undo-recovery.ts'

export const recoverAction = defineAdminAction('recoverAction', {
  schema: recoverFromContractorInput,
  once: 'own-row',
  errors: RECOVERY_ERRORS,
  run: recoverOrAsk,
  done: (made, { contractorId }) =>
    redirect(
      'recoveryId' in made
        ? `/admin/contractors/${contractorId}?recovered=${made.recoveryId}#recoveries`
        : `/admin/contractors/${contractorId}?asked=${made.approvalId}#approvals`,
    ),
  failed: (_code, { contractorId }) => revalidatePath(`/admin/contractors/${contractorId}`),
})

export const undoRecoveryAction = defineAdminAction('undoRecoveryAction', {
  schema: undoRecoveryInput,
  once: 'repeatable',
  errors: UNDO_ERRORS,
  run: undoRecovery,
  done: async () => {
    revalidatePath('/admin', 'layout')
    return (await getWords())('recoveries.undone')
  },
  failed: () => revalidatePath('/admin', 'layout'),
})
