import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import { ok, type Result } from '../result.ts'
import type { Actor } from '../users/model.ts'
import { CHOSEN_GROUPS, type Preferences, type SetPreferencesInput } from './model.ts'
import { getPreferences } from './queries.ts'
import { writePreference } from './write-preference.ts'

/** As the form names them: `work.email`. */
function flat(preferences: Preferences): Record<string, boolean> {
  const named = CHOSEN_GROUPS.flatMap(group => {
    const { inApp, email } = preferences[group]
    return [[`${group}.inApp`, inApp] as const, [`${group}.email`, email] as const]
  })
  return Object.fromEntries(named)
}

/** The actor chooses for every group that can be turned off. */
export async function setPreferences(actor: Actor, input: SetPreferencesInput): Promise<Result<void, never>> {
  await transaction(async tx => {
    const earlier = await getPreferences(actor, tx)
    for (const group of CHOSEN_GROUPS) {
      const preference = { inApp: input[`${group}.inApp`] === true, email: input[`${group}.email`] === true }
      await writePreference(tx, actor.userId, group, preference)
    }
    await recordAuditEvent(tx, actor, {
      action: 'user.notifications_chosen',
      subject: { type: 'User', id: actor.userId },
      before: flat(earlier),
      after: input,
    })
  })
  return ok()
}
