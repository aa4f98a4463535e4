import { z } from 'zod'
import type { ErrorTable } from '../result.ts'
import { ACCOUNT_ERRORS } from './account-errors.ts'
import { optionalText, phone, text } from './detail-fields.ts'

export const chooseBusinessTypeInput = z.object({ businessType: z.enum(['individual', 'company']) })

/** The company's details. The number is optional here: Stripe has it already where it is not asked for. */
export const submitCompanyInput = z.object({
  name: text(100, 'Enter the name under which the company is registered.'),
  phone,
  taxId: z
    .string()
    .transform(typed => typed.replace(/[\s.\-/]/g, ''))
    .pipe(z.string().regex(/^([A-Za-z0-9]{4,30})?$/, 'Use the letters and digits of the number only.'))
    .default(''),
  line1: text(200, 'Enter the street and house number of the company.'),
  line2: optionalText(200),
  city: text(100, 'Enter the city.'),
  state: optionalText(100),
  postalCode: text(20, 'Enter the postal code.'),
})
export type SubmitCompanyInput = z.output<typeof submitCompanyInput>

export type CompanyErrorCode =
  | 'account_not_open'
  | 'stripe_unavailable'
  | 'not_a_company'
  | 'type_fixed'
  | 'company_state_missing'
  | 'company_name_refused'
  | 'company_phone_refused'
  | 'company_address_refused'
  | 'company_number_refused'
  | 'company_refused'

export const COMPANY_ERRORS = {
  account_not_open: ACCOUNT_ERRORS.account_not_open,
  stripe_unavailable: ACCOUNT_ERRORS.stripe_unavailable,
  not_a_company: { status: 409, message: 'Say first that a company is paid, at the top of this page.' },
  type_fixed: {
    status: 409,
    message:
      'Stripe already has details of who is paid, so this can no longer be changed here. Write to us to begin anew.',
  },
  company_state_missing: {
    status: 422,
    message: 'Enter the company’s state or province: Stripe needs it in your country.',
  },
  company_name_refused: {
    status: 422,
    message: 'Stripe did not accept the company’s name. Write it as in the register.',
  },
  company_phone_refused: {
    status: 422,
    message:
      'Stripe did not accept the phone number. Write it with its country code, such as +1 415 555 0100.',
  },
  company_address_refused: {
    status: 422,
    message: 'Stripe did not accept the company’s address. Check street, city and postal code.',
  },
  company_number_refused: {
    status: 422,
    message: 'Stripe did not accept the company’s number. Check it digit by digit.',
  },
  company_refused: {
    status: 422,
    message:
      'Stripe did not accept these details. Verified details can no longer be changed; check the others.',
  },
} as const satisfies ErrorTable<CompanyErrorCode>

const REFUSED_BY_PARAM: [RegExp, CompanyErrorCode][] = [
  [/name/, 'company_name_refused'],
  [/phone/, 'company_phone_refused'],
  [/address/, 'company_address_refused'],
  [/tax_id/, 'company_number_refused'],
]

/** Which sentence fits a refusal by Stripe, from its `param`, such as `company[phone]`. */
export function companyRefusal(param: string | null): CompanyErrorCode {
  return REFUSED_BY_PARAM.find(([pattern]) => pattern.test(param ?? ''))?.[1] ?? 'company_refused'
}
