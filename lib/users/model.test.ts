import { describe, expect, test } from 'vitest'
import { signInInput, signUpInput } from './model.ts'

const input = (over: Record<string, unknown> = {}) => ({
  requestKey: 'req_0123456789abcdef0123456789abcdef',
  role: 'EMPLOYER',
  displayName: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'correct zebra 77 lamp',
  ...over,
})
const errorsOf = (over: Record<string, unknown>) =>
  (signUpInput.safeParse(input(over)).error?.issues ?? []).map(issue => issue.path.join('.'))

describe('a new password', () => {
  test.each([
    ['twelve with letters and digits', 'zebra7lamp88'],
    ['fifteen of anything', 'zebra lamp river'],
    ['fifteen without a letter', '8390 2715 6048 1'],
    ['128 characters', `${'zebra lamp river '.repeat(7)}nine-tails`.slice(0, 128)],
    ['letters of any script', 'żółtakaczka7'],
  ])('may have %s', (_, password) => {
    expect(errorsOf({ password })).toEqual([])
  })

  test.each([
    ['eleven characters', 'zebra7lamp8'],
    ['twelve letters without a digit', 'zebralampriv'],
    ['fourteen digits', '83902715604813'],
    ['129 characters', 'zebra lamp river '.repeat(8).slice(0, 129)],
    ['a common word padded', 'Password1234'],
    ['a common word dressed up', 'p@ssw0rd-2026!!'],
    ['a common word twice', 'passwordpassword1'],
    ['a row of the keyboard', 'qwertyuiop1234'],
    ['counting', '123456789012345'],
    ['one letter', 'aaaaaaaaaaaaaaa1'],
    ['a short piece over and over', 'abcabcabcabcabc1'],
    ['the name of the product', 'holdfast2026!!!!'],
    ['the mailbox of the person', 'lovelace-4711-x'],
  ])('may not be %s', (_, password) => {
    expect(errorsOf({ password, email: 'lovelace@example.com' })).toEqual(['password'])
  })

  test('is not searched for a mailbox of a letter or two', () => {
    expect(errorsOf({ email: 'a@example.com' })).toEqual([])
  })
})

describe('an e-mail address', () => {
  test('is one address however it is written', () => {
    expect(signUpInput.parse(input({ email: '  Ada@EXAMPLE.com ' })).email).toBe('ada@example.com')
    expect(signInInput.parse({ email: 'ADA@example.com', password: 'x' }).email).toBe('ada@example.com')
  })

  test.each([
    '',
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'a b@example.com',
    'ada\u0000@example.com',
    `${'a'.repeat(250)}@example.com`,
  ])('is not %j', email => {
    expect(errorsOf({ email })).toEqual(['email'])
  })
})

describe('the rest of a sign-up', () => {
  test.each(['A', ' ', 'Ada\u0000', 'Ada\nLovelace', 'Ada\u202Eecalevol', 'a'.repeat(81)])(
    'refuses the name %j',
    displayName => {
      expect(errorsOf({ displayName })).toEqual(['displayName'])
    },
  )

  test('asks a contractor, and nobody else, for a country that can be paid', () => {
    expect(errorsOf({ role: 'CONTRACTOR', country: 'PL' })).toEqual([])
    expect(errorsOf({ role: 'EMPLOYER', country: '' })).toEqual([])
    for (const country of ['', 'JP', 'XX', 'us']) {
      expect(errorsOf({ role: 'CONTRACTOR', country })).toEqual(['country'])
    }
  })

  test.each(['ADMIN', 'admin', '', undefined])('gives nobody the role %j', role => {
    expect(errorsOf({ role })).toEqual(['role'])
  })

  test('names every mistake at once', () => {
    expect(
      errorsOf({ role: 'CONTRACTOR', displayName: '', email: '', password: '', country: '' }).sort(),
    ).toEqual(expect.arrayContaining(['country', 'displayName', 'email', 'password']))
  })
})
