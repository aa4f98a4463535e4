import { describe, expect, test } from 'vitest'
import { isAdultBirthday } from './detail-fields.ts'
import { detailsRefusal, submitDetailsInput } from './details-input.ts'

const typed = {
  firstName: ' Clara ',
  lastName: 'Voss',
  email: 'clara@example.com',
  phone: '+1 (415) 555-0100',
  dobDay: '29',
  dobMonth: '2',
  dobYear: '1996',
  line1: '1 Main St',
  city: 'San Francisco',
  state: 'CA',
  postalCode: '94103',
}

describe('personal details', () => {
  test('are trimmed and normalised', () => {
    expect(submitDetailsInput.parse(typed)).toMatchObject({
      firstName: 'Clara',
      phone: '+14155550100',
      dobDay: 29,
      line2: '',
      idNumber: '',
      ssnLast4: '',
    })
  })

  test.each([
    ['firstName', '   '],
    ['email', 'clara@'],
    ['phone', '12'],
    ['phone', 'call me'],
    ['dobMonth', '13'],
    ['dobYear', '1997', 'dobDay'],
    ['dobYear', '1899', 'dobDay'],
    ['dobYear', '1e3'],
    ['ssnLast4', '12'],
    ['idNumber', '<script>'],
    ['line1', ''],
    ['city', 'x'.repeat(101)],
  ])('%s %j is refused at its field', (field, value, at = field) => {
    const result = submitDetailsInput.safeParse({ ...typed, [field]: value })
    expect(result.error?.issues.map(issue => issue.path[0])).toEqual([at])
  })

  test('eighteen is old enough on the birthday itself, not the day before', () => {
    const birthday = { day: 22, month: 11, year: 2008 }
    expect(isAdultBirthday(birthday, new Date('2026-11-21T23:59:59Z'))).toBe(false)
    expect(isAdultBirthday(birthday, new Date('2026-11-22T00:00:00Z'))).toBe(true)
    expect(isAdultBirthday({ day: 31, month: 4, year: 1990 }, new Date())).toBe(false)
  })

  test.each([
    ['individual[dob][year]', 'birth_refused'],
    ['individual[address][postal_code]', 'postal_code_refused'],
    ['individual[address][state]', 'address_refused'],
    ['individual[ssn_last_4]', 'number_refused'],
    ['individual[phone]', 'phone_refused'],
    [null, 'details_refused'],
  ])('a refusal of %s is %s', (param, code) => expect(detailsRefusal(param)).toBe(code))
})
