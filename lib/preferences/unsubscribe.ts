import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { db, transaction } from '../db.ts'
import { groupOfLink } from '../notifications/unsubscribe-link.ts'
import { fail, ok, type Result } from '../result.ts'
import type { RequestOrigin } from '../users/model.ts'
import type { ChosenGroup, UnsubscribeErrorCode } from './model.ts'
import { writePreference } from './write-preference.ts'

/** Ends the mails of one group for whoever has a mail's link, without signing in. Doing it again changes nothing. */
export async function unsubscribe(
  origin: RequestOrigin,
  token: string,
): Promise<Result<{ group: ChosenGroup }, UnsubscribeErrorCode>> {
  const link = groupOfLink(token)
  if (!link) return fail('not_found')
  const { userId, group } = link
  const user = await db().user.findUnique({ where: { id: userId }, select: { id: true, role: true } })
  if (!user) return fail('not_found')
  await transaction(async tx => {
    const known = await tx.notificationPreference.findUnique({ where: { userId_group: { userId, group } } })
    if (known?.email === false) return
    await writePreference(tx, userId, group, { email: false })
    await recordAuditEvent(
      tx,
      { userId, role: user.role, origin },
      {
        action: 'user.unsubscribed',
        subject: { type: 'User', id: userId },
        before: { group, email: true },
        after: { group, email: false },
      },
    )
  })
  return ok({ group })
}
