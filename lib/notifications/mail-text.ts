import { wordsIn } from '../i18n/catalogue.ts'
import type { Locale } from '../i18n/model.ts'
import type { NoticeWords } from './words.ts'

type MailParts = {
  locale: Locale
  name: string
  words: NoticeWords
  about: string | null
  link: string
  /** Where mails of its group can be turned off; null where they cannot. */
  unsubscribe: string | null
}

/** The mail's plain text. Nothing in it is a secret, and its links are to the app itself alone. */
export function mailText({ locale, name, words, about, link, unsubscribe }: MailParts): string {
  const t = wordsIn(locale)
  const end = unsubscribe ? `${t('preferences.mailEnd')}\n${unsubscribe}` : t('preferences.mailAlways')
  const parts = [
    t('preferences.mailHello', { name }),
    words.text,
    about ? `${about}\n${link}` : link,
    'Holdfast',
    end,
  ]
  return `${parts.join('\n\n')}\n`
}
