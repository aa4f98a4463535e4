import { badParameter } from './errors.ts'

/** The API version whose shapes the emulator has: that of the pinned `stripe` package. */
export const API_VERSION = '2026-10-28.endive'

const FORM = /^20\d\d-[01]\d-[0-3]\d(?:\.[a-z]+)?(?:; ?\w+=v\d+)*$/

/**
 * Any version of Stripe's may be asked for (the shapes are those of the pinned one all the same), but no other word.
 * @throws StripeError 400.
 */
export function checkVersion(asked: string, param?: string): void {
  if (FORM.test(asked)) return
  throw badParameter(`Invalid Stripe API version: ${asked}`, param === undefined ? {} : { param })
}
