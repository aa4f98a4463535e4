import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'

test('a password is kept as argon2id at the cost that OWASP names, salted', async () => {
  const [one, other] = await Promise.all([hashPassword('zebra lamp river'), hashPassword('zebra lamp river')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

test('only the password itself opens the account, to the last character', async () => {
  const long = 'zebra lamp river '.repeat(8).slice(0, 128)
  const kept = await hashPassword(long)
  expect(await verifyPassword(kept, long)).toBe(true)
  expect(await verifyPassword(kept, long.slice(0, 127))).toBe(false)
  expect(await verifyPassword(kept, long.toUpperCase())).toBe(false)
})

test('an accent is the same however the keyboard composes it', async () => {
  expect(await verifyPassword(await hashPassword('caf\u00e9 au lait 77'), 'cafe\u0301 au lait 77')).toBe(true)
})

test('an unknown user costs as much time as a wrong password, and never passes', async () => {
  const kept = await hashPassword('zebra lamp river')
  const timed = async (hash: string | null) => {
    const start = performance.now()
    expect(await verifyPassword(hash, 'something else 1')).toBe(false)
    return performance.now() - start
  }
  // In turns, and the least of each: what else the machine does only ever adds.
  const least = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
  for (let i = 0; i < 15; i++) {
    least.known = Math.min(least.known, await timed(kept))
    least.unknown = Math.min(least.unknown, await timed(null))
  }
  expect(least.unknown / least.known).toBeGreaterThan(0.5)
  expect(least.unknown / least.known).toBeLessThan(2)
})
