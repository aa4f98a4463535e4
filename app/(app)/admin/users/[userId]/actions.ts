'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAdminAction } from '#lib/action.ts'
import { getWords } from '#lib/i18n/request.ts'
import { SCHEDULE_ERRORS } from '#lib/payout-schedules/model.ts'
import { pausePayouts } from '#lib/payout-schedules/pause-payouts.ts'
import { pausePayoutsInput, SUSPENSION_ERRORS, setSuspensionInput } from '#lib/users/admin-model.ts'
import { setSuspension } from '#lib/users/set-suspension.ts'
import { startViewingInput, VIEWING_ERRORS } from '#lib/viewing/model.ts'
import { startViewing } from '#lib/viewing/start-viewing.ts'

export const setSuspensionAction = defineAdminAction('setSuspensionAction', {
  schema: setSuspensionInput,
  once: 'repeatable',
  errors: SUSPENSION_ERRORS,
  run: setSuspension,
  done: async (_value, { userId, suspended }) => {
    revalidatePath(`/admin/users/${userId}`)
    return (await getWords())(suspended ? 'console.suspendDone' : 'console.unsuspendDone')
  },
})

export const pausePayoutsAction = defineAdminAction('pausePayoutsAction', {
  schema: pausePayoutsInput,
  once: 'own-row',
  errors: SCHEDULE_ERRORS,
  run: pausePayouts,
  done: async (_value, { userId, paused }) => {
    revalidatePath(`/admin/users/${userId}`)
    return (await getWords())(paused ? 'console.pauseDone' : 'console.resumeDone')
  },
  failed: (_error, { userId }) => revalidatePath(`/admin/users/${userId}`),
})

export const startViewingAction = defineAdminAction('startViewingAction', {
  schema: startViewingInput,
  once: 'repeatable',
  errors: VIEWING_ERRORS,
  run: startViewing,
  done: () => {
    revalidatePath('/', 'layout')
    return redirect('/dashboard')
  },
})
