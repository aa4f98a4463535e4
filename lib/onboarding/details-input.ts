import { z } from 'zod'
import { COUNTRIES, type CountryCode } from '../countries.ts'
import type { ErrorTable } from '../result.ts'
import { ACCOUNT_ERRORS } from './account-errors.ts'

const MINIMUM_AGE = 18

function text(max: number, missing: string) {
  return z.string().trim().min(1, missing).max(max, `Use at most ${max} characters.`)
}

const optionalText = (max: number) => z.string().trim().max(max, `Use at most ${max} characters.`).default('')

const phone = z
  .string()
  .transform(typed => typed.replace(/[\s().\-/]/g, ''))
  .pipe(z.string().regex(/^\+?\d{7,15}$/, 'Write the number with country code, such as +1 415 555 0100.'))

const datePart = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, 'Use numbers.')
    .transform(Number)
    .pipe(z.number().int().min(1).max(max))

const idNumber = z
  .string()
  .transform(typed => typed.replace(/[\s.\-/]/g, ''))
  .pipe(z.string().regex(/^([A-Za-z0-9]{4,20})?$/, 'Use the letters and digits of the number only.'))
  .default('')

const ssnLast4 = z
  .string()
  .trim()
  .regex(/^(\d{4})?$/, 'Use the last four digits.')
  .default('')

/** Whether a date exists and lies at least 18 years before `today`, as Stripe asks for. */
export function isAdultBirthday(dob: { day: number; month: number; year: number }, today: Date): boolean {
  const date = new Date(Date.UTC(dob.year, dob.month - 1, dob.day))
  const exists = date.getUTCMonth() === dob.month - 1 && date.getUTCDate() === dob.day
  const adult = new Date(Date.UTC(dob.year + MINIMUM_AGE, dob.month - 1, dob.day))
  return exists && dob.year >= 1900 && adult <= today
}

/** The personal details form. Numbers of identity are optional here: the page asks for them when Stripe does. */
export const submitDetailsInput = z
  .object({
    firstName: text(100, 'Enter your first name as it stands in your document.'),
    lastName: text(100, 'Enter your last name as it stands in your document.'),
    email: z.email('Enter an e-mail address such as name@example.com.').max(320),
    phone,
    dobDay: datePart(31),
    dobMonth: datePart(12),
    dobYear: datePart(9999),
    line1: text(200, 'Enter your street and house number.'),
    line2: optionalText(200),
    city: text(100, 'Enter your city.'),
    state: optionalText(100),
    postalCode: text(20, 'Enter your postal code.'),
    idNumber,
    ssnLast4,
  })
  .superRefine((input, ctx) => {
    const dob = { day: input.dobDay, month: input.dobMonth, year: input.dobYear }
    const isPlain = !ctx.issues.some(issue => String(issue.path?.[0]).startsWith('dob'))
    if (isPlain && !isAdultBirthday(dob, new Date())) {
      const message = 'Enter a real date; you must be at least 18 years old.'
      ctx.addIssue({ code: 'custom', path: ['dobDay'], message })
    }
  })
export type SubmitDetailsInput = z.output<typeof submitDetailsInput>

export type DetailsErrorCode =
  | 'account_not_open'
  | 'stripe_unavailable'
  | 'state_missing'
  | 'name_refused'
  | 'birth_refused'
  | 'phone_refused'
  | 'email_refused'
  | 'address_refused'
  | 'postal_code_refused'
  | 'number_refused'
  | 'details_refused'

export const DETAILS_ERRORS = {
  account_not_open: ACCOUNT_ERRORS.account_not_open,
  stripe_unavailable: ACCOUNT_ERRORS.stripe_unavailable,
  state_missing: { status: 422, message: 'Enter your state or province: Stripe needs it in your country.' },
  name_refused: { status: 422, message: 'Stripe did not accept the name. Write it as in your document.' },
  birth_refused: {
    status: 422,
    message: 'Stripe did not accept the date of birth. Check day, month and year.',
  },
  phone_refused: {
    status: 422,
    message:
      'Stripe did not accept the phone number. Write it with your country code, such as +1 415 555 0100.',
  },
  email_refused: { status: 422, message: 'Stripe did not accept the e-mail address. Check its spelling.' },
  address_refused: {
    status: 422,
    message: 'Stripe did not accept the address. Check street, city and state.',
  },
  postal_code_refused: { status: 422, message: 'Stripe did not accept the postal code. Check it once more.' },
  number_refused: {
    status: 422,
    message: 'Stripe did not accept the identity number. Check it digit by digit.',
  },
  details_refused: {
    status: 422,
    message:
      'Stripe did not accept these details. Verified details can no longer be changed; check the others.',
  },
} as const satisfies ErrorTable<DetailsErrorCode>

const REFUSED_BY_PARAM: [RegExp, DetailsErrorCode][] = [
  [/first_name|last_name/, 'name_refused'],
  [/dob/, 'birth_refused'],
  [/phone/, 'phone_refused'],
  [/email/, 'email_refused'],
  [/postal_code/, 'postal_code_refused'],
  [/address/, 'address_refused'],
  [/id_number|ssn_last_4/, 'number_refused'],
]

/** Which sentence fits a refusal by Stripe, from its `param`, such as `individual[dob][year]`. */
export function detailsRefusal(param: string | null): DetailsErrorCode {
  return REFUSED_BY_PARAM.find(([pattern]) => pattern.test(param ?? ''))?.[1] ?? 'details_refused'
}

/** Whether an address there needs a state or province. */
export function needsState(country: string): boolean {
  return COUNTRIES[country as CountryCode]?.state != null
}
