import { type Link, useLink } from '../account-mails/links.ts'
import type { LinkKind } from '../account-mails/model.ts'
import { requestAccountMail } from '../account-mails/request-account-mail.ts'
import { recordAuditEvent } from '../audit/record-audit-event.ts'
import { now } from '../clock.ts'
import { isUniqueViolation, type Tx, transaction } from '../db.ts'
import { fail, ok, type Result } from '../result.ts'
import type { ConfirmAddressInput, EmailErrorCode } from './email-model.ts'
import { linksPerNetwork, networkKey } from './limits.ts'
import { markVerified } from './mark-verified.ts'
import type { Actor, RequestOrigin } from './model.ts'

/** The links that show that mail to an address is read. */
export const ADDRESS_LINKS: LinkKind[] = ['verify_email', 'confirm_email']

/** The address that somebody asked for becomes theirs, and the old one is told. */
async function changeAddress(tx: Tx, actor: Actor, before: string, address: string): Promise<void> {
  const { userId } = actor
  await tx.user.update({ where: { id: userId }, data: { email: address, emailVerifiedAt: now() } })
  await recordAuditEvent(tx, actor, {
    action: 'user.email_changed',
    subject: { type: 'User', id: userId },
    before: { email: before },
    after: { email: address },
  })
  await requestAccountMail(tx, { kind: 'email_changed', userId, address: before })
}

async function confirm(tx: Tx, origin: RequestOrigin, { kind, userId, address }: Link): Promise<boolean> {
  const user = await tx.user.findFirst({ where: { id: userId, suspendedAt: null } })
  if (!user) return false
  const actor = { userId, role: user.role, origin }
  if (kind === 'confirm_email') {
    await changeAddress(tx, actor, user.email, address)
    return true
  }
  if (user.email !== address) return false
  await markVerified(tx, userId)
  await recordAuditEvent(tx, actor, {
    action: 'user.email_verified',
    subject: { type: 'User', id: userId },
    before: { verified: user.emailVerifiedAt !== null },
    after: { verified: true },
  })
  return true
}

/** Confirms an address by the link that was mailed to it: the one somebody signed up with, or another that they asked for. */
export async function confirmAddress(
  origin: RequestOrigin,
  { token }: ConfirmAddressInput,
): Promise<Result<void, EmailErrorCode>> {
  if (!(await linksPerNetwork.take(networkKey(origin.ip)))) return fail('too_many_tries')
  try {
    return await transaction(async tx => {
      const link = await useLink(tx, ADDRESS_LINKS, token)
      return link && (await confirm(tx, origin, link)) ? ok() : fail('link_over')
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('email_taken')
    throw error
  }
}
