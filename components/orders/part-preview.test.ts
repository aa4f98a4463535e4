import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { partPreview } from './part-preview.ts'

const order = { amount: 12_000n, currency: 'usd', commissionAmount: 1_230n } as const

test('recomputes the commission in proportion, half up', () => {
  expect(partPreview(wordsIn('en'), order, '60')).toEqual({ ok: true, taken: 6_000n, commission: 615n })
  expect(partPreview(wordsIn('en'), order, '33.33')).toEqual({ ok: true, taken: 3_333n, commission: 342n })
  expect(partPreview(wordsIn('en'), order, '120.00')).toMatchObject({ ok: true, commission: 1_230n })
})

test('refuses what cannot be captured, with the reason', () => {
  expect(partPreview(wordsIn('en'), order, '120.01')).toMatchObject({
    ok: false,
    error: expect.stringContaining('held amount'),
  })
  expect(partPreview(wordsIn('en'), order, '0.49')).toMatchObject({
    ok: false,
    error: 'The least that can be taken is $0.50.',
  })
  expect(partPreview(wordsIn('en'), order, '')).toMatchObject({ ok: false })
  expect(partPreview(wordsIn('en'), order, '-1')).toMatchObject({ ok: false })
})
