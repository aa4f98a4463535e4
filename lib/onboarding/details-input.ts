import { z } from 'zod'
import { COUNTRIES, type CountryCode } from '../countries.ts'
import type { ErrorTable } from '../result.ts'
import { ACCOUNT_ERRORS } from './account-errors.ts'
import { datePart, idNumber, optionalText, phone, refuseChildren, ssnLast4, text } from './detail-fields.ts'

/** The personal details form. Numbers of identity are optional here: the page asks for them when Stripe does. */
export const submitDetailsInput = z
  .object({
    firstName: text(100, 'verifyingErrors.firstNameMissing'),
    lastName: text(100, 'verifyingErrors.lastNameMissing'),
    email: z.email('verifyingErrors.emailInvalid').max(320),
    phone,
    dobDay: datePart(31),
    dobMonth: datePart(12),
    dobYear: datePart(9999),
    line1: text(200, 'verifyingErrors.streetMissing'),
    line2: optionalText(200),
    city: text(100, 'verifyingErrors.yourCityMissing'),
    state: optionalText(100),
    postalCode: text(20, 'verifyingErrors.yourPostalCodeMissing'),
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
  state_missing: { status: 422, message: 'verifyingErrors.stateMissing' },
  name_refused: { status: 422, message: 'verifyingErrors.nameRefused' },
  birth_refused: {
    status: 422,
    message: 'verifyingErrors.birthRefused',
  },
  phone_refused: {
    status: 422,
    message: 'verifyingErrors.phoneRefused',
  },
  email_refused: { status: 422, message: 'verifyingErrors.emailRefused' },
  address_refused: {
    status: 422,
    message: 'verifyingErrors.addressRefused',
  },
  postal_code_refused: { status: 422, message: 'verifyingErrors.postalCodeRefused' },
  number_refused: {
    status: 422,
    message: 'verifyingErrors.numberRefused',
  },
  details_refused: {
    status: 422,
    message: 'verifyingErrors.detailsRefused',
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
