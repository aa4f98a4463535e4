import { expect, test } from 'vitest'
import { addressOf, readTrail } from './address.ts'

test('goes forward and all the way back', () => {
  const first = readTrail(undefined)
  expect(first).toMatchObject({ current: undefined, previous: null })
  const second = readTrail(first.next('a'))
  expect(second).toMatchObject({ current: 'a', previous: '' })
  const third = readTrail(second.next('b'))
  expect(third).toMatchObject({ current: 'b', previous: 'a' })
  expect(readTrail(third.previous ?? '').current).toBe('a')
})

test('leaves empty parameters out of the address and encodes the rest', () => {
  expect(addressOf('/orders', { q: '', status: undefined, cursor: null })).toBe('/orders')
  expect(addressOf('/orders', { q: 'a&b', cursor: 'x,y' })).toBe('/orders?q=a%26b&cursor=x%2Cy')
})
