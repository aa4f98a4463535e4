import { z } from 'zod'
import { NOTIFICATION_GROUPS, type NotificationGroup } from '../notifications/groups-model.ts'
import type { ErrorTable } from '../result.ts'

/** What of a group somebody wants: in the app, and by e-mail. Without a choice it is both. */
export type Preference = { inApp: boolean; email: boolean }

export type Preferences = Record<NotificationGroup, Preference>

/** Groups that can be turned off, in the order in which they are shown. */
export const CHOSEN_GROUPS = NOTIFICATION_GROUPS.filter(group => group !== 'money')
export type ChosenGroup = Exclude<NotificationGroup, 'money'>

const ticked = z
  .literal('on')
  .optional()
  .transform(value => value === 'on')

const fields = CHOSEN_GROUPS.flatMap(group => [`${group}.inApp`, `${group}.email`])

/** Two boxes for each group, as `work.email`: `on`, or not there. */
export const setPreferencesInput = z.object(Object.fromEntries(fields.map(name => [name, ticked])))
export type SetPreferencesInput = z.output<typeof setPreferencesInput>

export type UnsubscribeErrorCode = 'not_found'
export const UNSUBSCRIBE_ERRORS = {
  not_found: { status: 404, message: 'preferences.notThere' },
} as const satisfies ErrorTable<UnsubscribeErrorCode>
