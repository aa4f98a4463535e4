import type { Words } from './words.ts'

type MailParts = {
  name: string
  words: Words
  about: string | null
  link: string
  /** Where mails of its group can be turned off; null where they cannot. */
  unsubscribe: string | null
}

/** The mail's plain text. Nothing in it is a secret, and its links are to the app itself alone. */
export function mailText(mail: MailParts): string {
  const about = mail.about ? `${mail.about}\n` : ''
  const end = mail.unsubscribe
    ? `You can end mails like this one, and choose what you are told:\n${mail.unsubscribe}\n`
    : 'This mail is about your money, so it cannot be turned off.\n'
  return `Hello ${mail.name},\n\n${mail.words.text}\n\n${about}${mail.link}\n\nHoldfast\n\n${end}`
}
