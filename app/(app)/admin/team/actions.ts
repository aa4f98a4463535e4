'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { getWords } from '#lib/i18n/request.ts'
import { changeAdminRole } from '#lib/users/change-admin-role.ts'
import { ADMIN_ROLE_WORDS, changeAdminRoleInput, TEAM_ERRORS } from '#lib/users/model.ts'

export const changeAdminRoleAction = defineAdminAction('changeAdminRoleAction', {
  schema: changeAdminRoleInput,
  once: 'repeatable',
  errors: TEAM_ERRORS,
  run: changeAdminRole,
  done: async (_value, { adminRole }) => {
    const t = await getWords()
    revalidatePath('/admin/team')
    return t('console.roleChanged', { role: t(ADMIN_ROLE_WORDS[adminRole].label) })
  },
})
