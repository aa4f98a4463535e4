import { now } from '../clock.ts'
import type { Tx } from '../db.ts'
import type { ChosenGroup, Preference } from './model.ts'

/** Writes what somebody wants of one group, in the caller's transaction; what is not named stays. */
export async function writePreference(
  tx: Tx,
  userId: string,
  group: ChosenGroup,
  preference: Partial<Preference>,
): Promise<void> {
  const data = { ...preference, updatedAt: now() }
  await tx.notificationPreference.upsert({
    where: { userId_group: { userId, group } },
    create: { userId, group, ...data },
    update: data,
  })
}
