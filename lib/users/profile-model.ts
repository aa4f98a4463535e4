import { z } from 'zod'
import { LOCALES } from '../i18n/model.ts'
import { requestKey } from '../request-key.ts'
import { displayName } from './model.ts'

/** Whether the runtime knows a zone of the IANA database by this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}

/** An empty time zone: dates go by the device's clock where there is one, and by UTC elsewhere. */
export const profileInput = z.object({
  requestKey,
  displayName,
  language: z.enum(LOCALES, 'ownAccount.chooseLanguage'),
  timeZone: z
    .string()
    .max(60)
    .refine(name => name === '' || isTimeZone(name), 'ownAccount.chooseTimeZone'),
})
export type ProfileInput = z.output<typeof profileInput>
