import { z } from 'zod'
import type { MessageKey } from '../i18n/messages.ts'
import { requestKey } from '../request-key.ts'
import type { ErrorTable } from '../result.ts'
import { datePart, idNumber, optionalText, phone, refuseChildren, ssnLast4, text } from './detail-fields.ts'
import { DETAILS_ERRORS, type DetailsErrorCode } from './details-input.ts'

const box = z
  .literal('on')
  .optional()
  .transform(value => value === 'on')

const stripePersonId = z.string().regex(/^person_[A-Za-z0-9]{1,80}$/)

/** Somebody of the company. Without `stripePersonId` it is somebody new. What a part in it needs is asked for with that part. */
export const savePersonInput = z
  .object({
    requestKey,
    stripePersonId: stripePersonId.optional(),
    firstName: text(100, 'verifyingErrors.theirFirstNameMissing'),
    lastName: text(100, 'verifyingErrors.theirLastNameMissing'),
    email: z.email('verifyingErrors.emailInvalid').max(320),
    phone: z.literal('').or(phone).default(''),
    dobDay: datePart(31),
    dobMonth: datePart(12),
    dobYear: datePart(9999),
    line1: optionalText(200),
    line2: optionalText(200),
    city: optionalText(100),
    state: optionalText(100),
    postalCode: optionalText(20),
    title: optionalText(100),
    percentOwnership: z
      .string()
      .trim()
      .regex(/^(\d{1,3}([.,]\d{1,2})?)?$/, 'verifyingErrors.shareInvalid')
      .transform(typed => (typed === '' ? null : Number(typed.replace(',', '.'))))
      .pipe(z.number().max(100, 'verifyingErrors.atMost100').nullable())
      .default(null),
    representative: box,
    owner: box,
    director: box,
    executive: box,
    idNumber,
    ssnLast4,
  })
  .superRefine(refuseChildren)
  .superRefine((input, ctx) => {
    const demand = (isNeeded: boolean, path: keyof typeof input, message: MessageKey) => {
      if (isNeeded && !input[path]) ctx.addIssue({ code: 'custom', path: [path], message })
    }
    const { representative, owner, director, executive } = input
    const hasPart = representative || owner || director || executive
    if (!hasPart) {
      const message = 'verifyingErrors.tickRole'
      ctx.addIssue({ code: 'custom', path: ['owner'], message })
    }
    const isLocated = representative || owner || executive
    demand(isLocated, 'line1', 'verifyingErrors.theirStreetMissing')
    demand(isLocated, 'city', 'verifyingErrors.cityMissing')
    demand(isLocated, 'postalCode', 'verifyingErrors.postalCodeMissing')
    demand(representative, 'phone', 'verifyingErrors.theirPhoneMissing')
    demand(representative || director, 'title', 'verifyingErrors.theirTitleMissing')
  })
export type SavePersonInput = z.output<typeof savePersonInput>

export const removePersonInput = z.object({ stripePersonId })

export type PersonErrorCode =
  | DetailsErrorCode
  | 'not_a_company'
  | 'person_unknown'
  | 'representative_taken'
  | 'representative_stays'

export const PERSON_ERRORS = {
  ...DETAILS_ERRORS,
  not_a_company: { status: 409, message: 'verifyingErrors.sayCompanyFirst' },
  person_unknown: {
    status: 404,
    message: 'verifyingErrors.personUnknown',
  },
  representative_taken: {
    status: 409,
    message: 'verifyingErrors.representativeTaken',
  },
  representative_stays: {
    status: 409,
    message: 'verifyingErrors.representativeStays',
  },
} as const satisfies ErrorTable<PersonErrorCode>
