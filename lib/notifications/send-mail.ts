import { now } from '../clock.ts'
import { db, type Prisma } from '../db.ts'
import { env } from '../env.ts'
import { wordsIn } from '../i18n/catalogue.ts'
import { SOURCE_LOCALE } from '../i18n/model.ts'
import { logger } from '../logger.ts'
import { deliverMail, type Mail } from '../mail/deliver-mail.ts'
import { fail, ok, type Result } from '../result.ts'
import { addressFor } from './address-for.ts'
import { authenticationPath } from './authentication-link.ts'
import { mailText } from './mail-text.ts'
import { MAIL_ATTEMPTS_MAX } from './model.ts'
import { unsubscribeToken } from './unsubscribe-link.ts'
import { aboutWords, notificationWords } from './words.ts'

const PARTS = { order: true, recipient: { include: { profile: true } } } as const

type Row = Prisma.NotificationGetPayload<{ include: typeof PARTS }>

/** The queue's own pause after a failed try (https://worker.graphile.org/docs/exponential-backoff), and a minute of grace. */
function dueAfter(attempts: number): Date {
  return new Date(now().getTime() + Math.exp(Math.min(attempts, 10)) * 1000 + 60_000)
}

/** Counts a try, before it is made: a process that dies while it sends has tried. Null for a mail that is over. */
async function claim(id: string): Promise<Row | null> {
  const row = await db().notification.findUnique({ where: { id } })
  if (row?.mailState !== 'pending') return null
  if (row.mailAttempts >= MAIL_ATTEMPTS_MAX) {
    await giveUp(id, row.mailError ?? 'The process ended while it was sent.')
    return null
  }
  const mailAttempts = row.mailAttempts + 1
  return db().notification.update({
    where: { id },
    data: { mailAttempts, mailDueAt: dueAfter(mailAttempts) },
    include: PARTS,
  })
}

/** The mail's link: most lead into the app, but a bank's check can be finished by whoever has the mail. */
function linkOf(row: Row): string {
  const [kind, paymentId] = row.fact.split(':')
  return kind === 'authentication_needed' && paymentId
    ? authenticationPath(paymentId)
    : addressFor(row, row.recipient)
}

function mailOf(row: Row): Mail {
  const { NEXTAUTH_URL } = env()
  const { role, profile } = row.recipient
  const locale = row.recipient.language ?? SOURCE_LOCALE
  const t = wordsIn(locale)
  const words = notificationWords(t, row, { role, timeZone: profile?.timeZone })
  const name = profile?.displayName ?? row.recipient.email
  const about = aboutWords(t, row.order)
  const link = new URL(linkOf(row), NEXTAUTH_URL).href
  const token = unsubscribeToken(row.recipientId, row.kind)
  const address = (path: string) => token && new URL(`${path}/${token}`, NEXTAUTH_URL).href
  return {
    messageId: `<${row.id}@${new URL(NEXTAUTH_URL).hostname}>`,
    to: { name, address: row.recipient.email },
    subject: row.order
      ? t('notices.subjectOfOrder', { title: words.title, number: row.order.number })
      : words.title,
    text: mailText({
      locale,
      name,
      words,
      about,
      link,
      unsubscribe: address('/unsubscribe'),
    }),
    unsubscribe: address('/api/unsubscribe'),
  }
}

async function giveUp(id: string, mailError: string): Promise<void> {
  await db().notification.update({ where: { id }, data: { mailState: 'failed', mailError } })
  logger.error({ notificationId: id, mailError }, 'mail given up')
}

/**
 * Sends a notification's mail and marks it sent. A process that dies in between sends it again, with the same Message-ID.
 * A failure is tried again, twelve times in all; then the notification says so.
 */
export async function sendMail(notificationId: string): Promise<Result<void, string>> {
  const row = await claim(notificationId)
  if (!row) return ok()
  const sent = await deliverMail(mailOf(row))
  if (sent.ok) {
    const done = { mailState: 'sent', mailedAt: now(), mailError: null } as const
    await db().notification.update({ where: { id: row.id }, data: done })
    return ok()
  }
  if (row.mailAttempts >= MAIL_ATTEMPTS_MAX) {
    await giveUp(row.id, sent.error)
    return ok()
  }
  await db().notification.update({ where: { id: row.id }, data: { mailError: sent.error } })
  return fail(sent.error)
}
