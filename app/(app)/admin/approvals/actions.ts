'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAdminAction } from '#lib/action.ts'
import { decideApproval, withdrawApproval } from '#lib/approvals/decide-approval.ts'
import { APPROVAL_ERRORS, decideApprovalInput, withdrawApprovalInput } from '#lib/approvals/model.ts'
import { getWords } from '#lib/i18n/request.ts'

const PATH = '/admin/approvals'

export const decideApprovalAction = defineAdminAction('decideApprovalAction', {
  schema: decideApprovalInput,
  once: 'own-row',
  errors: APPROVAL_ERRORS,
  run: decideApproval,
  done: (_value, { approvalId, decision }) => redirect(`${PATH}?over=1&done=${decision}#${approvalId}`),
  failed: () => revalidatePath(PATH),
})

export const withdrawApprovalAction = defineAdminAction('withdrawApprovalAction', {
  schema: withdrawApprovalInput,
  once: 'own-row',
  errors: APPROVAL_ERRORS,
  run: withdrawApproval,
  done: async () => {
    revalidatePath(PATH)
    return (await getWords())('console.withdrawnDone')
  },
})
