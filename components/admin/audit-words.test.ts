import { expect, test } from 'vitest'
import { AUDIT_ACTIONS } from '#lib/audit/actions-model.ts'
import { compiledAreas, wordsIn } from '#lib/i18n/catalogue.ts'
import { LOCALES } from '#lib/i18n/model.ts'
import { actionWords, changeWords } from './audit-words.ts'

test('writes a change flat, and nothing for nothing', () => {
  expect(changeWords({ status: 'held', amount: '100', deep: { a: 1 }, none: null })).toBe(
    'status: held, amount: 100, deep: {"a":1}, none: null',
  )
  expect(changeWords(null)).toBe('')
  expect(changeWords('x')).toBe('x')
})

test.each(LOCALES)('every action has words of its own kind in %s, and no words are left over', locale => {
  const t = wordsIn(locale)
  for (const action of AUDIT_ACTIONS) expect(actionWords(t, action), action).toMatch(/^\p{Lu}[^_]+$/u)
  expect(Object.keys(compiledAreas(locale, ['auditActions']))).toHaveLength(AUDIT_ACTIONS.length)
  expect(actionWords(t, 'thing.of_a_later_version')).toBeNull()
})
