import { expect, test } from 'vitest'
import { notificationWords } from './words.ts'

test('a moment is written by its reader’s clock, and says by which', () => {
  const row = { kind: 'hold_placed', data: { amount: '100', currency: 'usd', until: '2026-11-28T23:30:00Z' } }
  const text = (timeZone?: string) => notificationWords(row, { role: 'CONTRACTOR', timeZone }).text
  expect(text()).toContain('until Sat 28 Nov, 23:30 UTC.')
  expect(text('Asia/Tokyo')).toContain('until Sun 29 Nov, 08:30 GMT+9.')
})
