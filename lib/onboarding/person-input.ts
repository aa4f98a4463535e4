import { z } from 'zod'
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
    firstName: text(100, 'Enter the first name as it stands in their document.'),
    lastName: text(100, 'Enter the last name as it stands in their document.'),
    email: z.email('Enter an e-mail address such as name@example.com.').max(320),
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
      .regex(/^(\d{1,3}([.,]\d{1,2})?)?$/, 'Write a share such as 50.')
      .transform(typed => (typed === '' ? null : Number(typed.replace(',', '.'))))
      .pipe(z.number().max(100, 'At most 100.').nullable())
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
    const demand = (isNeeded: boolean, path: keyof typeof input, message: string) => {
      if (isNeeded && !input[path]) ctx.addIssue({ code: 'custom', path: [path], message })
    }
    const { representative, owner, director, executive } = input
    const hasPart = representative || owner || director || executive
    if (!hasPart) {
      const message = 'Tick what this person is in the company.'
      ctx.addIssue({ code: 'custom', path: ['owner'], message })
    }
    const isLocated = representative || owner || executive
    demand(isLocated, 'line1', 'Enter the street and house number where they live.')
    demand(isLocated, 'city', 'Enter the city.')
    demand(isLocated, 'postalCode', 'Enter the postal code.')
    demand(representative, 'phone', 'Enter a phone number with its country code.')
    demand(representative || director, 'title', 'Enter their title, such as Managing director.')
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
  not_a_company: { status: 409, message: 'Say first that a company is paid, at the top of this page.' },
  person_unknown: {
    status: 404,
    message: 'This person is no longer named. Reload the page to see who is.',
  },
  representative_taken: {
    status: 409,
    message: 'Somebody else represents the company already. Untick it there first.',
  },
  representative_stays: {
    status: 409,
    message: 'Somebody must represent the company. Name somebody else as its representative first.',
  },
} as const satisfies ErrorTable<PersonErrorCode>
