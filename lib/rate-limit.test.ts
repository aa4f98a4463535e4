import { expect, test } from 'vitest'
import { db } from './db.ts'
import { rateLimit } from './rate-limit.ts'

const tries = async (limit: ReturnType<typeof rateLimit>, key: string, count: number) =>
  (await Promise.all(Array.from({ length: count }, () => limit.take(key)))).filter(Boolean).length

test('lets exactly as many through as it says, however many come at once and through however many processes', async () => {
  const [one, other] = [rateLimit('exact', 5, 60), rateLimit('exact', 5, 60)]
  const allowed = await Promise.all([tries(one, 'ada', 50), tries(other, 'ada', 50)])
  expect(allowed[0] + allowed[1]).toBe(5)
})

test('counts each key and each name apart', async () => {
  const limit = rateLimit('apart', 2, 60)
  expect(await tries(limit, 'ada', 5)).toBe(2)
  expect(await tries(limit, 'bob', 5)).toBe(2)
  expect(await tries(rateLimit('another', 2, 60), 'ada', 5)).toBe(2)
})

test('gives a try back', async () => {
  const limit = rateLimit('back', 1, 60)
  expect(await limit.take('ada')).toBe(true)
  await limit.giveBack('ada')
  expect(await limit.take('ada')).toBe(true)
  expect(await limit.take('ada')).toBe(false)
})

test('starts again when the window is over', async () => {
  const limit = rateLimit('window', 1, 60)
  await limit.take('ada')
  await db().$executeRaw`UPDATE rate_limits SET expire = 1 WHERE key = 'window:ada'`
  expect(await limit.take('ada')).toBe(true)
})

test('is closed while the counters cannot be read', async () => {
  const limit = rateLimit('closed', 5, 60)
  await db().$executeRaw`ALTER TABLE rate_limits RENAME TO rate_limits_away`
  try {
    await expect(limit.take('ada')).rejects.toThrow()
  } finally {
    await db().$executeRaw`ALTER TABLE rate_limits_away RENAME TO rate_limits`
  }
})
