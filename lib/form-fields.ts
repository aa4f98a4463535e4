import { z } from 'zod'
import { CURRENCIES, isCurrency } from './currencies.ts'
import { message } from './i18n/message.ts'
import { fromDecimal } from './money.ts'

/** A text of so many characters, blanks around it left out. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, message('fields.atLeastMinCharacters', { min }))
    .max(max, message('fields.atMostMaxCharacters', { max }))

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
        message: 'fields.writeTheAmountAsA',
      })
      return z.NEVER
    }
    if (money.amount < CURRENCIES[currency].minimum) {
      const least = `money:${CURRENCIES[currency].minimum}:${currency}`
      ctx.addIssue({
        code: 'custom',
        path: ['amount'],
        message: message('fields.theLeastThatCanBe', { least }),
      })
      return z.NEVER
    }
    if (money.amount > 99_999_999n) {
      ctx.addIssue({
        code: 'custom',
        path: ['amount'],
        message: 'fields.thisIsMoreThanOne',
      })
      return z.NEVER
    }
    return money
  })

/** How many days the work may take, from the first hold on. */
export const deliveryDays = z.coerce
  .number('fields.writeANumberOfDays')
  .int('fields.writeWholeDays')
  .min(1, 'fields.atLeastOneDay')
  .max(90, 'fields.atMost90Days')
