import { sendAccountMail } from '../account-mails/send-account-mail.ts'
import { db } from '../db.ts'
import { expectOk } from '../demo/expect-ok.ts'

/** Sends what waits, as the worker would, and returns the mails to an address, the newest first. */
export async function mailsTo(address: string): Promise<{ subject: string; text: string }[]> {
  const waiting = await db().accountMail.findMany({ where: { sentAt: null } })
  for (const { id } of waiting) expectOk(await sendAccountMail(id), 'send a mail')
  return db().localMail.findMany({
    where: { recipient: { contains: `<${address}>` } },
    orderBy: [{ sentAt: 'desc' }, { messageId: 'desc' }],
  })
}

/** The secret part of the link in the newest mail to an address; empty where there is none. */
export async function linkTo(address: string): Promise<string> {
  const [mail] = await mailsTo(address)
  return /^https?:\S+\/([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? ''
}
