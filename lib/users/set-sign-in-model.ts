import { z } from 'zod'
import { email, newPassword } from './model.ts'

/** `account` is an e-mail address or a user's id; an empty `email` leaves the address as it is. */
export const setSignInInput = z.object({
  account: z.string().trim().min(1, 'people.sayWhosePasswordItIs'),
  email: z.union([z.literal('').transform(() => null), email]),
  password: newPassword,
})
export type SetSignInInput = z.output<typeof setSignInInput>
