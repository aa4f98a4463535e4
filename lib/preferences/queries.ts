import { db, type Tx } from '../db.ts'
import { NOTIFICATION_GROUPS, type NotificationGroup } from '../notifications/groups-model.ts'
import type { Actor } from '../users/model.ts'
import type { Preference, Preferences } from './model.ts'

const BOTH: Preference = { inApp: true, email: true }

/** What the actor wants to be told, and how. */
export async function getPreferences(actor: Actor, on: Tx = db()): Promise<Preferences> {
  const rows = await on.notificationPreference.findMany({ where: { userId: actor.userId } })
  const chosen = (group: NotificationGroup): Preference => {
    const row = rows.find(one => one.group === group)
    return row ? { inApp: row.inApp, email: row.email } : BOTH
  }
  return Object.fromEntries(NOTIFICATION_GROUPS.map(group => [group, chosen(group)])) as Preferences
}
