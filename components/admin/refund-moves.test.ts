import { expect, test } from 'vitest'
import { wordsIn } from '#lib/i18n/catalogue.ts'
import { refundMoves } from './refund-moves.ts'

const parties = { employer: 'Ada', contractor: 'Bo' }
const base = { currency: 'usd', amount: 12_000n, employer: 12_000n } as const

test('names every party with its own sum, and they add up to nothing', () => {
  const moves = refundMoves(
    wordsIn('en'),
    { ...base, contractor: -10_800n, platform: -1_200n, commissionReturned: 1_200n },
    parties,
  )
  expect(moves.map(move => move.amount)).toEqual([12_000n, -10_800n, -1_200n])
  expect(moves[1]?.why).toBe('$120.00 of the transfer is reversed, $12.00 of commission is returned.')
})

test('says who pays when the transfer stays', () => {
  const moves = refundMoves(
    wordsIn('en'),
    { ...base, contractor: 0n, platform: -12_000n, commissionReturned: 0n },
    parties,
  )
  expect(moves[1]?.why).toContain('keeps their share')
  expect(moves[2]?.why).toContain('$120.00 comes from Holdfast')
})
