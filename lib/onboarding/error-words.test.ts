import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../i18n/model.ts'
import { inWords } from '../testing/in-words.ts'
import { errorWords, KNOWN_ERROR_CODES } from './error-words.ts'

/** Every code that the SDK's own types name for `requirements.errors`. */
function sdkCodes(): string[] {
  const types = readFileSync('node_modules/stripe/esm/resources/Accounts.d.ts', 'utf8')
  const union = /namespace Requirements \{[\s\S]*?type Code = ([^;]+);/.exec(types)?.[1] ?? ''
  return [...union.matchAll(/'([a-z_0-9]+)'/g)].map(match => match[1] ?? '')
}

describe('words for what Stripe refuses', () => {
  test('every code of the SDK has words of its own', () => {
    const codes = sdkCodes()
    expect(codes.length).toBeGreaterThan(90)
    expect(codes.filter(code => !KNOWN_ERROR_CODES.includes(code))).toEqual([])
  })

  test.each(KNOWN_ERROR_CODES)('%s says what is wrong and what to do, a sentence each', code => {
    for (const locale of LOCALES) {
      const { problem, action } = inWords(errorWords(code), locale)
      expect(problem).toMatch(/^\p{Lu}.*\.$/u)
      expect(action).toMatch(/^\p{Lu}.*\.$/u)
      expect(`${problem} ${action}`).not.toMatch(/_|undefined|\w\.\w/)
    }
  })

  test('a code that Stripe invents later, or a name every object has, is still answered in words', () => {
    for (const code of ['verification_document_new_thing', 'constructor', 'toString']) {
      expect(inWords(errorWords(code)).problem).toBe('Stripe could not accept what was sent.')
    }
  })
})
