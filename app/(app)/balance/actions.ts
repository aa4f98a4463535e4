'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { SCHEDULE_ERRORS, setPayoutScheduleInput } from '#lib/payout-schedules/model.ts'
import { setPayoutSchedule } from '#lib/payout-schedules/set-payout-schedule.ts'
import { PAYOUT_ERRORS, requestPayoutInput } from '#lib/payouts/model.ts'
import { requestPayout } from '#lib/payouts/request-payout.ts'

export const payOutAction = defineAction({
  schema: requestPayoutInput,
  role: 'CONTRACTOR',
  verified: true,
  once: 'own-row',
  errors: PAYOUT_ERRORS,
  run: requestPayout,
  done: ({ payoutId }) => redirect(`/balance?asked=${payoutId}#payouts`),
  failed: () => revalidatePath('/balance'),
})

export const setPayoutScheduleAction = defineAction({
  schema: setPayoutScheduleInput,
  role: 'CONTRACTOR',
  verified: true,
  once: 'own-row',
  errors: SCHEDULE_ERRORS,
  run: setPayoutSchedule,
  done: () => {
    revalidatePath('/balance')
    return 'balance.scheduleSaved'
  },
  failed: () => revalidatePath('/balance'),
})
