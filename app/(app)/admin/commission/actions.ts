'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { COMMISSION_ERRORS, setCommissionRuleInput } from '#lib/commission-rules/model.ts'
import { setCommissionRule } from '#lib/commission-rules/set-commission-rule.ts'
import { getWords } from '#lib/i18n/request.ts'

export const setCommissionRuleAction = defineAdminAction('setCommissionRuleAction', {
  schema: setCommissionRuleInput,
  once: 'own-row',
  errors: COMMISSION_ERRORS,
  run: setCommissionRule,
  done: async () => {
    revalidatePath('/admin/commission')
    return (await getWords())('commission.done')
  },
})
