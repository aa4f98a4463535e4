'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { changeAdminRole } from '#lib/users/change-admin-role.ts'
import { ADMIN_ROLE_WORDS, changeAdminRoleInput, TEAM_ERRORS } from '#lib/users/model.ts'

export const changeAdminRoleAction = defineAdminAction('changeAdminRoleAction', {
  schema: changeAdminRoleInput,
  once: 'repeatable',
  errors: TEAM_ERRORS,
  run: changeAdminRole,
  done: (_value, { adminRole }) => {
    revalidatePath('/admin/team')
    return `Now ${ADMIN_ROLE_WORDS[adminRole].label.toLowerCase()}.`
  },
})
