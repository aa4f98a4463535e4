import { z } from 'zod'
import type { ErrorTable } from '../result.ts'
import { ACCOUNT_ERRORS } from './account-errors.ts'
import { optionalText, phone, text } from './detail-fields.ts'

export const chooseBusinessTypeInput = z.object({ businessType: z.enum(['individual', 'company']) })

/** The company's details. The number is optional here: Stripe has it already where it is not asked for. */
export const submitCompanyInput = z.object({
  name: text(100, 'verifyingErrors.companyNameMissing'),
  phone,
  taxId: z
    .string()
    .transform(typed => typed.replace(/[\s.\-/]/g, ''))
    .pipe(z.string().regex(/^([A-Za-z0-9]{4,30})?$/, 'verifyingErrors.lettersAndDigits'))
    .default(''),
  line1: text(200, 'verifyingErrors.companyStreetMissing'),
  line2: optionalText(200),
  city: text(100, 'verifyingErrors.cityMissing'),
  state: optionalText(100),
  postalCode: text(20, 'verifyingErrors.postalCodeMissing'),
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
  not_a_company: { status: 409, message: 'verifyingErrors.sayCompanyFirst' },
  type_fixed: {
    status: 409,
    message: 'verifyingErrors.typeFixed',
  },
  company_state_missing: {
    status: 422,
    message: 'verifyingErrors.companyStateMissing',
  },
  company_name_refused: {
    status: 422,
    message: 'verifyingErrors.companyNameRefused',
  },
  company_phone_refused: {
    status: 422,
    message: 'verifyingErrors.companyPhoneRefused',
  },
  company_address_refused: {
    status: 422,
    message: 'verifyingErrors.companyAddressRefused',
  },
  company_number_refused: {
    status: 422,
    message: 'verifyingErrors.companyNumberRefused',
  },
  company_refused: {
    status: 422,
    message: 'verifyingErrors.detailsRefused',
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
