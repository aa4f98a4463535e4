import { z } from 'zod'
import { CURRENCIES, isCurrency } from './currencies.ts'
import { formatMoney, fromDecimal } from './money.ts'

/** A text of so many characters, blanks around it left out. */
export const text = (min: number, max: number) =>
  z.string().trim().min(min, `At least ${min} characters.`).max(max, `At most ${max} characters.`)

/** Amount and currency of a form as minor units; refuses less than Stripe charges and more than it takes. */
export const chargeableMoney = z
  .object({ amount: z.string().max(20), currency: z.string().max(3) })
  .transform((fields, ctx) => {
    const { currency } = fields
    const money = isCurrency(currency) ? fromDecimal(fields.amount, currency) : null
    if (!isCurrency(currency) || !money) {
      ctx.addIssue({
        code: 'custom',
        path: ['amount'],
        message: 'Write the amount as a number, like 120 or 120.50.',
      })
      return z.NEVER
    }
    if (money.amount < CURRENCIES[currency].minimum) {
      const least = formatMoney({ amount: CURRENCIES[currency].minimum, currency })
      ctx.addIssue({
        code: 'custom',
        path: ['amount'],
        message: `The least that can be charged is ${least}.`,
      })
      return z.NEVER
    }
    if (money.amount > 99_999_999n) {
      ctx.addIssue({
        code: 'custom',
        path: ['amount'],
        message: 'This is more than one card payment can hold.',
      })
      return z.NEVER
    }
    return money
  })

/** How many days the work may take, from the first hold on. */
export const deliveryDays = z.coerce
  .number('Write a number of days.')
  .int('Write whole days.')
  .min(1, 'At least one day.')
  .max(90, 'At most 90 days.')
