import { expect, test } from 'vitest'
import { wordsIn } from '../i18n/catalogue.ts'
import type { Movement } from '../stripe/balance.ts'
import { movementWords } from './model.ts'

const said = wordsIn('en').say

import { upcomingOf } from './upcoming.ts'

function movement(net: bigint, availableOn: string, part: Partial<Movement> = {}): Movement {
  return {
    id: `txn_${net}`,
    type: 'payment',
    gross: net,
    fee: 0n,
    net,
    currency: 'usd',
    status: 'pending',
    availableOn: new Date(availableOn),
    createdAt: new Date('2026-11-22T00:00:00Z'),
    description: null,
    transferId: null,
    ...part,
  }
}

test('what is pending is summed by day and currency, soonest first; what is available is left out', () => {
  const movements = [
    movement(900n, '2026-11-26T00:00:00Z'),
    movement(100n, '2026-11-24T08:00:00Z'),
    movement(-30n, '2026-11-24T20:00:00Z'),
    movement(5000n, '2026-11-23T00:00:00Z', { status: 'available' }),
    movement(7n, '2026-11-24T00:00:00Z', { currency: 'eur' }),
  ]
  expect(
    upcomingOf(movements, 'usd').map(({ on, amount }) => [on.toISOString().slice(0, 10), amount]),
  ).toEqual([
    ['2026-11-24', 70n],
    ['2026-11-26', 900n],
  ])
  expect(upcomingOf(movements, 'gbp')).toEqual([])
})

test('a movement is told by its type and its sign', () => {
  expect(said(movementWords('payment', 900n))).toBe('Paid for an order')
  expect(said(movementWords('payment', -900n))).toBe('Taken back by Holdfast')
  expect(said(movementWords('payment_refund', -900n))).toBe('Taken back for a refund or recovery')
  expect(said(movementWords('climate_order_purchase', -1n))).toBe('Other money out')
})
