import { db } from '../db.ts'
import { env } from '../env.ts'

const PAGE_SIZE = 50

export type LocalMailView = {
  messageId: string
  recipient: string
  subject: string
  text: string
  sentAt: Date
}

/** The newest mails of the local mailbox, whoever they are for; null where Stripe is a real one, for there is no such mailbox. */
export async function listLocalMails(): Promise<LocalMailView[] | null> {
  if (env().stripe.mode !== 'local') return null
  return db().localMail.findMany({ orderBy: [{ sentAt: 'desc' }, { messageId: 'desc' }], take: PAGE_SIZE })
}
