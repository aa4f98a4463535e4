import { type Prisma, transaction } from '../db.ts'
import { type Notice, notify } from './notify.ts'

const BATCH = 200

/** The statement that finds who is to be told: rows with a `key` after `after`, in its order, `limit` of them at most. */
export type Page = (after: string, limit: number) => Prisma.Sql

/**
 * Tells what is found, a page in a transaction: each page begins behind the one before it, so that who wishes to hear of none of it
 * is passed by. Two workers at once may find the same, and tell it once. Returns how many notifications were made.
 */
export async function tellEach<Row extends { key: string }>(
  page: Page,
  noticeOf: (row: Row) => Notice,
): Promise<number> {
  for (let told = 0, after = ''; ; ) {
    const done = await transaction(async tx => {
      const rows = await tx.$queryRaw<Row[]>(page(after, BATCH))
      let made = 0
      for (const row of rows) made += await notify(tx, noticeOf(row))
      return { made, last: rows.length < BATCH ? null : rows.at(-1) }
    })
    told += done.made
    if (!done.last) return told
    after = done.last.key
  }
}
