import { expect, test } from 'vitest'
import { wordsIn } from '../i18n/catalogue.ts'
import { LOCALES } from '../i18n/model.ts'
import { NOTIFICATION_KINDS } from './model.ts'
import { notificationWords } from './words.ts'

test('a moment is written by its reader’s clock, and says by which', () => {
  const row = { kind: 'hold_placed', data: { amount: '100', currency: 'usd', until: '2026-11-28T23:30:00Z' } }
  const text = (timeZone?: string) =>
    notificationWords(wordsIn('en'), row, { role: 'CONTRACTOR', timeZone }).text
  expect(text()).toContain('until Sat 28 Nov, 23:30 UTC.')
  expect(text('Asia/Tokyo')).toContain('until Sun 29 Nov, 08:30 GMT+9.')
})

test('every kind has its words in every language, for each role and with or without its facts', () => {
  const facts = { amount: '12000', commission: '1200', currency: 'usd', until: '2026-11-28T23:30:00Z' }
  for (const locale of LOCALES)
    for (const kind of NOTIFICATION_KINDS)
      for (const role of ['EMPLOYER', 'CONTRACTOR', 'ADMIN'])
        for (const data of [facts, {}]) {
          const { title, text } = notificationWords(wordsIn(locale), { kind, data }, { role })
          for (const said of [title, text]) expect(said, `${locale} ${kind}`).toMatch(/^[^{}<>]+[^{}<> ]$/)
          expect(`${title} ${text}`, `${locale} ${kind}`).not.toMatch(/undefined|notices\./)
        }
})
