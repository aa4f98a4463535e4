import nodemailer from 'nodemailer'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { fail, ok, type Result } from '../result.ts'
import { htmlPart } from './html-part.ts'

export type Mail = {
  /** Made of a row, so that a provider drops what it is given a second time. */
  messageId: string
  to: { name: string; address: string }
  subject: string
  text: string
  /** The address that ends mails of this sort by one press in the mail program (RFC 8058). */
  unsubscribe?: string | null
}

/** How long a mail server may take for a step of the talk. */
const ANSWER_MS_MAX = 15_000

function unsubscribeHeaders(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

async function overSmtp(url: string, from: string, mail: Mail): Promise<Result<void, string>> {
  const timeouts = {
    connectionTimeout: ANSWER_MS_MAX,
    greetingTimeout: ANSWER_MS_MAX,
    socketTimeout: ANSWER_MS_MAX,
  }
  const transport = nodemailer.createTransport({
    url,
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { unsubscribe, ...parts } = mail
    const headers = {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe && unsubscribeHeaders(unsubscribe)),
    }
    await transport.sendMail({ from, ...parts, html: htmlPart(mail), headers })
    return ok()
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

/** The mailbox of local mode: every mail to anybody, on the page /dev/mail. */
async function toLocalMailbox({ messageId, to, subject, text }: Mail): Promise<void> {
  const row = { messageId, recipient: `${to.name} <${to.address}>`, subject, text, sentAt: now() }
  await db().localMail.createMany({ data: [row], skipDuplicates: true })
}

/** Whether mail can be sent at all: to a mail server, or to the local mailbox. */
export function canDeliverMail(): boolean {
  const { SMTP_URL, stripe } = env()
  return SMTP_URL !== undefined || stripe.mode === 'local'
}

/**
 * Sends one mail: over SMTP where a server is set, else, in local mode, to the local mailbox. The error says what the
 * server said; with a real Stripe and no mail server nothing can be sent. Never call it in a transaction.
 */
export async function deliverMail(mail: Mail): Promise<Result<void, string>> {
  const { SMTP_URL, MAIL_FROM, stripe } = env()
  if (SMTP_URL && MAIL_FROM) return overSmtp(SMTP_URL, MAIL_FROM, mail)
  if (stripe.mode !== 'local') return fail('No mail server is set: SMTP_URL and MAIL_FROM.')
  await toLocalMailbox(mail)
  return ok()
}
