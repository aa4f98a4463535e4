import { z } from 'zod'
import { COUNTRIES, type CountryCode } from '../countries.ts'
import type { ErrorTable } from '../result.ts'
import { ACCOUNT_ERRORS } from './account-errors.ts'
import { datePart, idNumber, optionalText, phone, refuseChildren, ssnLast4, text } from './detail-fields.ts'

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
  .superRefine(refuseChildren)
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
