'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#lib/action.ts'
import { setPreferencesInput } from '#lib/preferences/model.ts'
import { setPreferences } from '#lib/preferences/set-preferences.ts'

export const setPreferencesAction = defineAction({
  schema: setPreferencesInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'repeatable',
  errors: {},
  run: setPreferences,
  done: () => {
    revalidatePath('/notifications/preferences')
    return 'Saved. It counts for everything that happens from now on.'
  },
})
