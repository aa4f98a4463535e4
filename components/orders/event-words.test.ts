import { describe, expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { DECLINE_WORDS } from '#lib/payments/model.ts'
import { eventWords } from './event-words.ts'

describe('the history in words', () => {
  test('names the sums that moved', () => {
    expect(
      eventWords(wordsIn('en'), {
        kind: 'capture',
        data: { amount: '12000', commission: '1200', currency: 'usd' },
      }).money,
    ).toBe('$120.00 was taken from the card, of which $12.00 is commission. The rest is the contractor’s.')
  })

  test('explains a decline by its group, and falls back for one that it does not know', () => {
    expect(
      eventWords(wordsIn('en'), { kind: 'hold_declined', data: { reason: 'expired_card' } }).money,
    ).toContain(wordsIn('en').say(DECLINE_WORDS.expired_card))
    expect(
      eventWords(wordsIn('en'), { kind: 'hold_declined', data: { reason: 'toString' } }).money,
    ).toContain(wordsIn('en').say(DECLINE_WORDS.declined))
  })

  test('stands sums that are missing or not sums', () => {
    expect(eventWords(wordsIn('en'), { kind: 'cancel', data: { amount: '-5', currency: 'usd' } }).money).toBe(
      'Nothing was taken.',
    )
    expect(
      eventWords(wordsIn('en'), { kind: 'hold', data: { amount: '500', currency: 'xxx' } }).money,
    ).toContain('The amount is held')
  })

  test('shows a note, and a kind that it does not know by its own name', () => {
    expect(eventWords(wordsIn('en'), { kind: 'deliver', data: { note: 'All done' } })).toEqual({
      title: 'Work delivered',
      money: null,
      note: 'All done',
    })
    expect(eventWords(wordsIn('en'), { kind: 'constructor', data: {} }).title).toBe('constructor')
  })
})
