import type { Words } from '../i18n/words.ts'
import type { AccountMailKind, LinkKind } from './model.ts'

/** Where each link leads; the token is the last part of the address. */
const LINK_PATHS: Record<LinkKind, string> = {
  reset_password: '/reset',
  verify_email: '/verify',
  confirm_email: '/verify',
}

const PLACES: Record<Exclude<AccountMailKind, LinkKind>, string> = {
  email_changed: '/sign-in',
  password_changed: '/forgot',
  second_factor_on: '/account/security',
  second_factor_off: '/account/security',
  recovery_code_used: '/account/security',
  account_deleted: '/',
}

/** The page that a mail leads to: with the link's token, or without one where it has none. */
export function pathOf(kind: AccountMailKind, token: string | null): string {
  if (Object.hasOwn(LINK_PATHS, kind)) return `${LINK_PATHS[kind as LinkKind]}/${token}`
  return PLACES[kind as keyof typeof PLACES]
}

type Mail = { kind: AccountMailKind; name: string; link: string }

/** The mail's subject and plain text, in its recipient's language. */
export function accountMailWords(t: Words, { kind, name, link }: Mail): { subject: string; text: string } {
  const paragraphs = [t('accountMails.frame', { name }), t(`accountMails.${kind}Text`), link, 'Holdfast']
  return { subject: t(`accountMails.${kind}Subject`), text: `${paragraphs.join('\n\n')}\n` }
}
