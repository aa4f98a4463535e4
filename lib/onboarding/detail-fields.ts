import { z } from 'zod'
import { message } from '../i18n/message.ts'
import type { MessageKey } from '../i18n/messages.ts'

// The fields of the forms about people and companies.

const MINIMUM_AGE = 18

const tooLong = (max: number) => message('verifyingErrors.atMost', { max })

/** A line that has to be filled in; `missing` is said when it is not. */
export function text(max: number, missing: MessageKey) {
  return z.string().trim().min(1, missing).max(max, tooLong(max))
}

export const optionalText = (max: number) => z.string().trim().max(max, tooLong(max)).default('')

export const phone = z
  .string()
  .transform(typed => typed.replace(/[\s().\-/]/g, ''))
  .pipe(z.string().regex(/^\+?\d{7,15}$/, 'verifyingErrors.phoneInvalid'))

export const datePart = (max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, 'verifyingErrors.useNumbers')
    .transform(Number)
    .pipe(z.number().int().min(1).max(max))

export const idNumber = z
  .string()
  .transform(typed => typed.replace(/[\s.\-/]/g, ''))
  .pipe(z.string().regex(/^([A-Za-z0-9]{4,20})?$/, 'verifyingErrors.lettersAndDigits'))
  .default('')

export const ssnLast4 = z
  .string()
  .trim()
  .regex(/^(\d{4})?$/, 'verifyingErrors.lastFourDigits')
  .default('')

/** Whether a date exists and lies at least 18 years before `today`, as Stripe asks for. */
export function isAdultBirthday(dob: { day: number; month: number; year: number }, today: Date): boolean {
  const date = new Date(Date.UTC(dob.year, dob.month - 1, dob.day))
  const exists = date.getUTCMonth() === dob.month - 1 && date.getUTCDate() === dob.day
  const adult = new Date(Date.UTC(dob.year + MINIMUM_AGE, dob.month - 1, dob.day))
  return exists && dob.year >= 1900 && adult <= today
}

/** Marks an impossible date, or one of somebody too young, at its day. */
export function refuseChildren(
  input: { dobDay: number; dobMonth: number; dobYear: number },
  ctx: z.RefinementCtx,
): void {
  const dob = { day: input.dobDay, month: input.dobMonth, year: input.dobYear }
  const isPlain = !ctx.issues.some(issue => String(issue.path?.[0]).startsWith('dob'))
  if (!isPlain || isAdultBirthday(dob, new Date())) return
  const message = 'verifyingErrors.realDate'
  ctx.addIssue({ code: 'custom', path: ['dobDay'], message })
}
