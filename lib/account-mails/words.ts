import type { AccountMailKind, LinkKind } from './model.ts'

type Words = { subject: string; text: string }

const WORDS: Record<AccountMailKind, Words> = {
  reset_password: {
    subject: 'Choose a new password',
    text: 'Somebody, hopefully you, has asked for a new password for your account. With this link you choose one; it works once, for 15 minutes. If it was not you, there is nothing to do: your password stays as it is.',
  },
  password_changed: {
    subject: 'Your password was changed',
    text: 'The password of your account was changed just now, and everybody who was signed in with the old one is signed out. If it was not you, choose a new one at once.',
  },
}

/** Where each link leads; the token is the last part of the address. */
export const LINK_PATHS: Record<LinkKind, string> = {
  reset_password: '/reset',
}

const PLACES: Record<Exclude<AccountMailKind, LinkKind>, string> = {
  password_changed: '/forgot',
}

/** The page that a mail leads to: with the link's token, or without one where it has none. */
export function pathOf(kind: AccountMailKind, token: string | null): string {
  if (Object.hasOwn(LINK_PATHS, kind)) return `${LINK_PATHS[kind as LinkKind]}/${token}`
  return PLACES[kind as keyof typeof PLACES]
}

/** The mail's subject and plain text. */
export function accountMailWords(mail: { kind: AccountMailKind; name: string; link: string }): Words {
  const { subject, text } = WORDS[mail.kind]
  return { subject, text: `Hello ${mail.name},\n\n${text}\n\n${mail.link}\n\nHoldfast\n` }
}
