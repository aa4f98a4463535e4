import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { transaction } from '../db.ts'
import type { Locale } from '../i18n/model.ts'
import type { Actor } from './model.ts'

/** Sets the language of the caller's pages and mails. The one that it is already changes nothing. */
export async function setLanguage(actor: Actor, language: Locale): Promise<void> {
  await transaction(async tx => {
    const before = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { language: true },
    })
    if (before.language === language) return
    await tx.user.update({ where: { id: actor.userId }, data: { language } })
    await recordAuditEvent(tx, actor, {
      action: 'user.language_set',
      subject: { type: 'User', id: actor.userId },
      before,
      after: { language },
    })
  })
}
