import { z } from 'zod'
import { isCountryCode } from '../countries.ts'
import { message } from '../i18n/message.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { isCommonPassword } from './common-passwords.ts'

export type Role = 'EMPLOYER' | 'CONTRACTOR' | 'ADMIN'

export const ADMIN_ROLES = ['support', 'finance', 'owner'] as const
export type AdminRole = (typeof ADMIN_ROLES)[number]

/** Where a request came from, for the audit log and Stripe's terms of service. */
export type RequestOrigin = { ip: string; userAgent: string }

/**
 * The authenticated caller: first argument of every query and command. `sessionId` is the sign-in that the request came with.
 * SYSTEM is the worker, which acts for nobody.
 */
export type Actor = {
  userId: string
  role: Role
  /** Of an admin; without one an admin may do nothing. */
  adminRole?: AdminRole | null
  origin: RequestOrigin
  sessionId?: string
}
export type SystemActor = { userId: null; role: 'SYSTEM'; origin: RequestOrigin }
export const SYSTEM: SystemActor = { userId: null, role: 'SYSTEM', origin: { ip: '', userAgent: 'worker' } }

/** The signed-in person as pages show them. */
export type Viewer = {
  userId: string
  email: string
  role: Role
  adminRole: AdminRole | null
  displayName: string
  country: string
  /** A name of the IANA database; empty where they have chosen none. */
  timeZone: string
  /** Null where they have no picture. */
  pictureUrl: string | null
  /** How many notifications are unread. */
  unread: number
}

/** A sign-in that has just begun: what the cookie's token is made of. */
export type StartedSession = { sessionId: string; userId: string; role: Role }

export const ROLE_WORDS: Record<Role, string> = {
  EMPLOYER: 'people.employer',
  CONTRACTOR: 'people.contractor',
  ADMIN: 'people.admin',
}

/** What each role within the admins is called, and what it may do. */
export const ADMIN_ROLE_WORDS = {
  support: { label: 'console.support', about: 'console.supportAbout' },
  finance: { label: 'console.finance', about: 'console.financeAbout' },
  owner: { label: 'console.owner', about: 'console.ownerAbout' },
} as const satisfies Record<AdminRole, unknown>

const PASSWORD_CHARS_MAX = 128

/** A password that is there already: no rules here, they are about new ones. */
export const knownPassword = z.string().min(1, 'people.writeYourPassword').max(PASSWORD_CHARS_MAX)

/** Lower case and trimmed, because nobody has two mailboxes that differ in that alone. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'people.atMost254Characters')
  .pipe(z.email('people.writeAnEMailAddress'))

/**
 * PCI SAQ A 8.3.6 asks for 12 characters with letters and digits; NIST and OWASP ASVS 6.2.5 want no such mixture from
 * long ones. So: 12 with both, or 15 of anything, and nothing that guessers try first.
 */
export const newPassword = z
  .string()
  .max(
    PASSWORD_CHARS_MAX,
    message('people.atMostPasswordcharsmaxCharacters', { passwordCharsMax: PASSWORD_CHARS_MAX }),
  )
  .refine(isLongEnough, 'people.atLeast12CharactersWith')
  .refine(password => !isCommonPassword(password), 'people.tooEasyToGuessChoose')

function isLongEnough(password: string): boolean {
  const length = [...password].length
  return length >= 15 || (length >= 12 && /\p{L}/u.test(password) && /\p{N}/u.test(password))
}

/** A person's or company's name: no control characters, and none that turn the direction of the text around it. */
export const displayName = z
  .string()
  .trim()
  .min(2, 'people.atLeast2Characters')
  .max(80, 'people.atMost80Characters')
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, 'people.useLettersDigitsAndPunctuation')

/** Whether a password has the name of the mailbox in it, which guessers know. */
export function containsMailbox(password: string, address: string): boolean {
  const mailbox = address.split('@')[0] ?? ''
  return mailbox.length >= 4 && password.toLowerCase().includes(mailbox)
}

export const signUpInput = z
  .object({
    requestKey,
    role: z.enum(['EMPLOYER', 'CONTRACTOR'], 'people.chooseHowYouWillUse'),
    displayName,
    email,
    password: newPassword,
    country: z.string().max(2).default(''),
  })
  .refine(input => input.role !== 'CONTRACTOR' || isCountryCode(input.country), {
    path: ['country'],
    message: 'people.chooseTheCountryYouLive',
    // Also beside other mistakes, so that all of them are shown at once.
    when: () => true,
  })
  .refine(input => !containsMailbox(input.password, input.email), {
    path: ['password'],
    message: 'people.tooEasyToGuessLeave',
  })
export type SignUpInput = z.output<typeof signUpInput>

export const createAdminInput = z.object({
  displayName,
  email,
  password: newPassword,
  adminRole: z.enum(ADMIN_ROLES, 'people.chooseAdminRole').optional(),
})
export type CreateAdminInput = z.output<typeof createAdminInput>

/** `next` is checked where it is used. */
export const signInInput = z.object({
  email,
  password: knownPassword,
  next: z.string().max(2000).optional(),
})
export type SignInInput = z.output<typeof signInInput>

export type SignUpErrorCode = 'email_taken' | 'request_key_reused' | 'too_many_tries' | 'country_not_served'
export const SIGN_UP_ERRORS = {
  email_taken: {
    status: 409,
    message: 'people.thereIsAlreadyAnAccount',
  },
  request_key_reused: {
    status: 409,
    message: 'people.thisFormHasAlreadyMade',
  },
  too_many_tries: { status: 429, message: 'people.tooManyNewAccountsFrom' },
  country_not_served: {
    status: 422,
    message: 'people.weCannotPayContractorsIn',
  },
} as const satisfies ErrorTable<SignUpErrorCode>

export type SignInErrorCode = 'wrong_credentials' | 'too_many_tries' | 'suspended' | 'second_factor_needed'
export const SIGN_IN_ERRORS = {
  wrong_credentials: {
    status: 401,
    message: 'people.eMailAddressAndPassword',
  },
  too_many_tries: { status: 429, message: 'people.tooManyTriesWaitA' },
  suspended: { status: 403, message: 'people.thisAccountIsSuspendedWrite' },
  second_factor_needed: { status: 401, message: 'accountErrors.secondFactorNeeded' },
} as const satisfies ErrorTable<SignInErrorCode>

export function isSignInError(code: unknown): code is SignInErrorCode {
  return typeof code === 'string' && Object.hasOwn(SIGN_IN_ERRORS, code)
}

export const changeAdminRoleInput = z.object({
  userId: z.string().max(40),
  adminRole: z.enum(ADMIN_ROLES, 'people.chooseARole'),
})
export type ChangeAdminRoleInput = z.output<typeof changeAdminRoleInput>

export type TeamErrorCode = 'not_found' | 'own_role'
export const TEAM_ERRORS = {
  not_found: { status: 404, message: 'people.noSuchAdmin' },
  own_role: { status: 409, message: 'people.notOwnRole' },
} as const satisfies ErrorTable<TeamErrorCode>

/** An admin, as owners see them. */
export type TeamMember = {
  userId: string
  displayName: string
  email: string
  adminRole: AdminRole
  isSuspended: boolean
  createdAt: Date
}
