import { expect, test } from 'vitest'
import { changeWords } from './audit-words.ts'

test('writes a change flat, and nothing for nothing', () => {
  expect(changeWords({ status: 'held', amount: '100', deep: { a: 1 }, none: null })).toBe(
    'status: held, amount: 100, deep: {"a":1}, none: null',
  )
  expect(changeWords(null)).toBe('')
  expect(changeWords('x')).toBe('x')
})
