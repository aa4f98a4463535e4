import { z } from 'zod'

/** Every mail about an account. Those with minutes hold a link that works for so long, once. */
export const ACCOUNT_MAIL_KINDS = {
  reset_password: { minutes: 15 },
  password_changed: { minutes: null },
} as const satisfies Record<string, { minutes: number | null }>
export type AccountMailKind = keyof typeof ACCOUNT_MAIL_KINDS

/** The kinds with a link. */
export type LinkKind = {
  [K in AccountMailKind]: (typeof ACCOUNT_MAIL_KINDS)[K]['minutes'] extends number ? K : never
}[AccountMailKind]

/** The secret part of a link: 256 bits in base64url. */
export const linkToken = z.string().regex(/^[\w-]{43}$/, 'people.thisLinkIsNotComplete')
