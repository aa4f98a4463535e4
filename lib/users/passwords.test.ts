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
    const times: number[] = []
    for (let i = 0; i < 9; i++) {
      const start = performance.now()
      expect(await verifyPassword(hash, 'something else 1')).toBe(false)
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[4] ?? 0
  }
  const [known, unknown] = [await timed(kept), await timed(null)]
  expect(unknown / known).toBeGreaterThan(0.5)
  expect(unknown / known).toBeLessThan(2)
})
