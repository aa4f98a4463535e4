import { describe, expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { bankFieldsOf, bankNumbers, bankProblems, bankRefusal } from './bank-words.ts'

const t = wordsIn('en')

describe('a bank account as typed', () => {
  test('is cleaned of what people put between digits', () => {
    const us = bankFieldsOf('routing_and_account')
    const typed = { holder: 'Clara Voss', routing: '110 000-000', account: ' 000123456789 ' }
    expect(bankProblems(t, us, typed)).toEqual({})
    expect(bankNumbers(us, typed)).toEqual({ routing_number: '110000000', account_number: '000123456789' })
    const german = bankFieldsOf('iban')
    const iban = { holder: 'Clara Voss', account: 'de89 3704 0044 0532 0130 00' }
    expect(bankProblems(t, german, iban)).toEqual({})
    expect(bankNumbers(german, iban)).toEqual({ account_number: 'DE89370400440532013000' })
  })

  test('is refused part by part, in words', () => {
    const problems = bankProblems(t, bankFieldsOf('sort_code_and_account'), {
      holder: ' ',
      routing: '1',
      account: 'x',
    })
    expect(Object.keys(problems)).toEqual(['holder', 'routing', 'account'])
    expect(problems.routing).toContain('Sort code')
  })

  test('what Stripe refuses is said at its part, and otherwise for the whole', () => {
    const iban = bankFieldsOf('iban')
    expect(bankRefusal(t, 'account_number_invalid', iban).account).toContain('IBAN')
    expect(bankRefusal(t, 'routing_number_invalid', iban)).toHaveProperty('form')
    expect(bankRefusal(t, '', iban)).toHaveProperty('form')
  })
})
