import { z } from 'zod'

/** Every mail about an account. Those with minutes hold a link that works for so long, once. */
export const ACCOUNT_MAIL_KINDS = {
  reset_password: { minutes: 15 },
  verify_email: { minutes: 24 * 60 },
  // To the new address, where somebody wants to have another.
  confirm_email: { minutes: 60 },
  email_changed: { minutes: null },
  password_changed: { minutes: null },
  second_factor_on: { minutes: null },
  second_factor_off: { minutes: null },
  recovery_code_used: { minutes: null },
  account_deleted: { minutes: null },
} as const satisfies Record<string, { minutes: number | null }>
export type AccountMailKind = keyof typeof ACCOUNT_MAIL_KINDS

/** The kinds with a link. */
export type LinkKind = {
  [K in AccountMailKind]: (typeof ACCOUNT_MAIL_KINDS)[K]['minutes'] extends number ? K : never
}[AccountMailKind]

/** The secret part of a link: 256 bits in base64url. */
export const linkToken = z.string().regex(/^[\w-]{43}$/, 'ownAccount.linkIncomplete')
