import { z } from 'zod'
import { requestKey } from '../request-key.ts'

// Apart from model.ts, which the browser has: it never has the parser.

const orderId = z.string().max(40)

export const authorizeOrderInput = z.object({ requestKey, orderId, savedCardId: z.string().max(40) })
export type AuthorizeOrderInput = z.output<typeof authorizeOrderInput>

export const giveUpRenewalInput = z.object({ orderId })

export const finishAuthenticationInput = z.object({ paymentId: z.string().max(40) })

/** `amount` as typed by the employer; empty means the whole hold. */
export const capturePaymentInput = z.object({ orderId, amount: z.string().trim().max(20).optional() })
export type CapturePaymentInput = z.output<typeof capturePaymentInput>

export const releaseHoldInput = z.object({ orderId, note: z.string().trim().max(2000).default('') })
