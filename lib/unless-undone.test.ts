import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { db, transaction } from './db.ts'
import { run, runTogether } from './sql.ts'
import { unlessUndone } from './unless-undone.ts'

const text = (sql: string) => ({ text: sql, values: [] })
const raise = (code: string) => text(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`)

type Write = (id: string) => Promise<unknown>
/** Both ways in which our code has a transaction. */
const WAYS: Record<string, (work: (write: Write) => Promise<void>) => Promise<void>> = {
  statements: work =>
    runTogether(together =>
      work(id => together(text(`UPDATE taken SET times = times + 1 WHERE id = '${id}'`))),
    ),
  prisma: work =>
    transaction(tx => work(id => tx.$executeRaw`UPDATE taken SET times = times + 1 WHERE id = ${id}`)),
}

test.each(Object.entries(WAYS))('two that wait for each other are both done: %s', async (_name, way) => {
  await db().$executeRaw`CREATE TABLE IF NOT EXISTS taken (id text PRIMARY KEY, times int NOT NULL)`
  await db().$executeRaw`DELETE FROM taken`
  await db().$executeRaw`INSERT INTO taken VALUES ('a', 0), ('b', 0)`
  let begun = 0
  const crossing = (first: string, second: string) =>
    way(async write => {
      await write(first)
      begun++
      // Until both have their first row; whoever comes again finds that so.
      while (begun < 2) await wait(5)
      await write(second)
    })
  await Promise.all([crossing('a', 'b'), crossing('b', 'a')])
  // They did wait for each other, and on a busy machine perhaps twice.
  expect(begun).toBeGreaterThan(2)
  expect(await db().$queryRaw`SELECT id, times FROM taken ORDER BY id`).toEqual([
    { id: 'a', times: 2 },
    { id: 'b', times: 2 },
  ])
})

test('what is undone every time is tried three times, and any other error once', async () => {
  const tries = async (code: string) => {
    let count = 0
    const trying = unlessUndone(() => {
      count++
      return runTogether(together => together(raise(code)))
    })
    await expect(trying).rejects.toMatchObject({ code })
    return count
  }
  const began = performance.now()
  expect(await tries('40P01')).toBe(3)
  // Each time it lets the others go first; a timer may be a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(18)
  expect(await tries('23505')).toBe(1)
  await expect(run(raise('40001'))).rejects.toMatchObject({ code: '40001' })
})
