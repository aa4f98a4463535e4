'use server'

import { revalidatePath } from 'next/cache'
import { defineAdminAction } from '#lib/action.ts'
import { getWords } from '#lib/i18n/request.ts'
import { removeViewInput, SAVED_VIEW_ERRORS, saveViewInput } from '#lib/saved-views/model.ts'
import { removeView } from '#lib/saved-views/remove-view.ts'
import { saveView } from '#lib/saved-views/save-view.ts'

export const saveViewAction = defineAdminAction('saveViewAction', {
  schema: saveViewInput,
  once: 'repeatable',
  errors: SAVED_VIEW_ERRORS,
  run: saveView,
  done: async (_value, { list }) => {
    revalidatePath(`/admin/lists/${list}`)
    return (await getWords())('lists.viewSaved')
  },
})

export const removeViewAction = defineAdminAction('removeViewAction', {
  schema: removeViewInput,
  once: 'repeatable',
  errors: SAVED_VIEW_ERRORS,
  run: removeView,
  done: async () => {
    revalidatePath('/admin/lists/[list]', 'page')
    return (await getWords())('lists.viewRemoved')
  },
  failed: () => revalidatePath('/admin/lists/[list]', 'page'),
})
