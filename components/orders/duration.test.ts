import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { durationWords } from './duration.ts'

const minutes = (count: number) => count * 60_000

test('says the two largest units and never rounds a hold up', () => {
  expect(durationWords(wordsIn('en'), minutes(6 * 1440 + 4 * 60 + 59))).toBe('6 d 4 h')
  expect(durationWords(wordsIn('en'), minutes(1440 + 59))).toBe('1 d')
  expect(durationWords(wordsIn('en'), minutes(200))).toBe('3 h 20 min')
  expect(durationWords(wordsIn('en'), minutes(60))).toBe('1 h')
  expect(durationWords(wordsIn('en'), minutes(1) - 1)).toBe('less than a minute')
})
