import { now } from '../clock.ts'
import { db, type Prisma, transaction } from '../db.ts'
import { env } from '../env.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { SOURCE_LOCALE } from '../i18n/model.ts'
import { deliverMail } from '../mail/deliver-mail.ts'
import { fail, ok, type Result } from '../result.ts'
import { issueLink } from './links.ts'
import { ACCOUNT_MAIL_KINDS, type AccountMailKind, type LinkKind } from './model.ts'
import { accountMailWords, pathOf } from './words.ts'

type Row = Prisma.AccountMailGetPayload<object>
type Recipient = Prisma.UserGetPayload<{ include: { profile: true } }>

const hasLink = (kind: string): kind is LinkKind =>
  ACCOUNT_MAIL_KINDS[kind as AccountMailKind].minutes !== null

/** Whom a mail is for; null where the address is nobody's, nothing may be sent to them, or it has no use any more. */
async function recipientOf({ kind, userId, address }: Row): Promise<Recipient | null> {
  const where = userId ? { id: userId } : { email: address }
  const isFarewell = kind === 'account_deleted'
  const user = await db().user.findFirst({
    where: isFarewell ? where : { ...where, suspendedAt: null },
    include: { profile: true },
  })
  if (kind === 'verify_email' && (user?.emailVerifiedAt || user?.email !== address)) return null
  // Somebody else's address is not written to, and the form did not say that it is somebody's.
  if (kind === 'confirm_email' && (await db().user.count({ where: { email: address } })) > 0) return null
  return user
}

/** Each try has a link of its own, so it is also another mail: a provider must not drop it as a copy of the first. */
async function compose(row: Row, kind: AccountMailKind, user: Recipient) {
  const { NEXTAUTH_URL } = env()
  const link = hasLink(kind)
    ? await transaction(tx => issueLink(tx, { id: row.id, kind, userId: user.id }))
    : { token: null, tokenHash: '' }
  const name = user.profile?.receiptName ?? user.profile?.displayName ?? row.address
  const href = new URL(pathOf(kind, link.token), NEXTAUTH_URL).href
  return {
    messageId: `<${row.id}${link.tokenHash.slice(0, 16)}@${new URL(NEXTAUTH_URL).hostname}>`,
    to: { name, address: row.address },
    ...accountMailWords(wordsIn(user.language ?? SOURCE_LOCALE), { kind, name, link: href }),
  }
}

/**
 * Sends a mail about an account, if it is somebody's. A failure is tried again with another link; a process that dies after
 * sending sends a second mail, whose link ends the first one's.
 */
export async function sendAccountMail(accountMailId: string): Promise<Result<void, string>> {
  const row = await db().accountMail.findUnique({ where: { id: accountMailId } })
  if (!row || row.sentAt || row.usedAt) return ok()
  const user = await recipientOf(row)
  if (!user) {
    await db().accountMail.delete({ where: { id: row.id } })
    return ok()
  }
  const sent = await deliverMail(await compose(row, row.kind as AccountMailKind, user))
  if (!sent.ok) return fail(sent.error)
  // Of who has left, the address is not kept either.
  if (row.kind === 'account_deleted') await db().accountMail.delete({ where: { id: row.id } })
  else await db().accountMail.update({ where: { id: row.id }, data: { sentAt: now() } })
  return ok()
}
