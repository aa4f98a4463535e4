'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#lib/action.ts'
import { getWords } from '#lib/i18n/request.ts'
import { setPreferencesInput } from '#lib/preferences/model.ts'
import { setPreferences } from '#lib/preferences/set-preferences.ts'

export const setPreferencesAction = defineAction({
  schema: setPreferencesInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'repeatable',
  errors: {},
  run: setPreferences,
  done: async () => {
    revalidatePath('/notifications/preferences')
    return (await getWords())('preferences.saved')
  },
})
