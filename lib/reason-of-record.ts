import { z } from 'zod'
import { message } from './i18n/message.ts'

const CHARS_MAX = 500

/** Why an admin does something: said for the audit log, never left out. */
export const reasonOfRecord = z
  .string()
  .trim()
  .min(1, 'console.sayWhy')
  .max(CHARS_MAX, message('console.atMost', { max: CHARS_MAX }))
