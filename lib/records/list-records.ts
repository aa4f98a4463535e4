import { may } from '../access/model.ts'
import { DAY_MS } from '../clock.ts'
import { db, Prisma } from '../db.ts'
import { env } from '../env.ts'
import type { ListSort } from '../list-filter.ts'
import { findPeople, likeText } from '../users/find-people.ts'
import type { Actor } from '../users/model.ts'
import { DEFINITIONS } from './definitions.ts'
import { hasAmounts, type ListName, type ListRecordsInput, type RecordView } from './model.ts'

const { sql } = Prisma
export const PAGE_SIZE = 25
const EXPORT_BATCH = 500

/** A word that can only be an id, ours or Stripe's. */
const ID = /^[a-z]{2,6}_[0-9A-Za-z_]+$/

/** What was typed into a list's search: an id, an order's number, or people. One statement more, whatever it is. */
async function typedCondition(list: ListName, q: string): Promise<Prisma.Sql> {
  const { stripeIds, ofPeople } = DEFINITIONS[list]
  const people = sql`${await findPeople(q)}::text[]`
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  const ids = ID.test(q) ? [sql`r.id = ${q}`, ...stripeIds.map(id => sql`${id} = ${q}`)] : []
  const ofOrder =
    list === 'orders' && !ID.test(q)
      ? [sql`r.title ILIKE ${likeText(q)}`, ...(number ? [sql`r.number = ${Number(number)}`] : [])]
      : []
  return sql`(${Prisma.join([ofPeople(people), ...ids, ...ofOrder], ' OR ')})`
}

async function conditions(list: ListName, input: ListRecordsInput): Promise<Prisma.Sql[]> {
  const { status, hasMode } = DEFINITIONS[list]
  const { q, currency, from, to, min, max } = input
  const amounts = hasAmounts(list)
  const until = to && new Date(new Date(to).getTime() + DAY_MS).toISOString()
  return [
    ...(hasMode ? [sql`r.livemode = ${env().stripe.livemode}`] : [sql`true`]),
    ...(input.status ? [sql`${status} = ${input.status}`] : []),
    ...(amounts && currency ? [sql`r.currency = ${currency}`] : []),
    ...(amounts && min !== undefined ? [sql`r.amount >= ${min}`] : []),
    ...(amounts && max !== undefined ? [sql`r.amount <= ${max}`] : []),
    ...(from ? [sql`r.created_at >= ${`${from}T00:00:00Z`}::timestamp`] : []),
    ...(until ? [sql`r.created_at < ${until}::timestamp`] : []),
    ...(q ? [await typedCondition(list, q)] : []),
  ]
}

const ORDER: Record<ListSort, Prisma.Sql> = {
  newest: sql`r.id DESC`,
  oldest: sql`r.id ASC`,
  dearest: sql`r.amount DESC, r.id DESC`,
  cheapest: sql`r.amount ASC, r.id ASC`,
}

const CURSOR = /^(\d{0,18})~([a-z]{3}_[0-9a-z]{26})$/

/** What lies beyond the last row of the page before. */
function beyond(sort: ListSort, cursor: string | undefined): Prisma.Sql {
  const [, amount, id] = CURSOR.exec(cursor ?? '') ?? []
  if (!id) return sql`true`
  if (sort === 'newest') return sql`r.id < ${id}`
  if (sort === 'oldest') return sql`r.id > ${id}`
  if (!amount) return sql`true`
  const place = sql`(${BigInt(amount)}::bigint, ${id})`
  return sort === 'dearest' ? sql`(r.amount, r.id) < ${place}` : sql`(r.amount, r.id) > ${place}`
}

type Asked = { where: Prisma.Sql[]; sort: ListSort; cursor: string | undefined; take: number }

/** One statement: the rows of a page are found first, and only they are joined with names. */
function readPage(list: ListName, { where, sort, cursor, take }: Asked): Promise<RecordView[]> {
  const { table, status, shown, joins } = DEFINITIONS[list]
  const all = Prisma.join([...where, beyond(sort, cursor)], ' AND ')
  return db().$queryRaw<RecordView[]>`
    WITH page AS (SELECT r.* FROM ${table} WHERE ${all} ORDER BY ${ORDER[sort]} LIMIT ${take})
    SELECT r.id, r.created_at AS at, ${status} AS status, ${shown} FROM page r ${joins} ORDER BY ${ORDER[sort]}`
}

const sortOf = (list: ListName, sort: ListSort): ListSort =>
  hasAmounts(list) || sort === 'oldest' ? sort : 'newest'

/** A page of a list, for admins; empty for anybody else. As many statements for a row as for a hundred. */
export async function listRecords(
  actor: Actor,
  list: ListName,
  input: ListRecordsInput,
): Promise<{ records: RecordView[]; nextCursor: string | null }> {
  if (!may(actor, 'view')) return { records: [], nextCursor: null }
  const sort = sortOf(list, input.sort)
  const where = await conditions(list, input)
  const rows = await readPage(list, { where, sort, cursor: input.cursor, take: PAGE_SIZE + 1 })
  const records = rows.slice(0, PAGE_SIZE)
  const last = records.at(-1)
  return { records, nextCursor: rows.length > PAGE_SIZE && last ? `${last.amount ?? ''}~${last.id}` : null }
}

/** Every row that a list with the same address shows, a batch at a time, for those who may take it along. */
export async function* exportRecords(
  actor: Actor,
  list: ListName,
  input: ListRecordsInput,
): AsyncGenerator<RecordView> {
  if (!may(actor, 'export')) return
  const sort = sortOf(list, input.sort)
  const where = await conditions(list, input)
  for (let cursor: string | undefined; ; ) {
    const rows = await readPage(list, { where, sort, cursor, take: EXPORT_BATCH })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < EXPORT_BATCH) return
    cursor = `${last.amount ?? ''}~${last.id}`
  }
}

/** The rows of a list that meet a condition over `r`, the newest first. */
export function recordsWhere(list: ListName, condition: Prisma.Sql, take: number): Promise<RecordView[]> {
  const mode = DEFINITIONS[list].hasMode ? sql`r.livemode = ${env().stripe.livemode}` : sql`true`
  return readPage(list, { where: [mode, condition], sort: 'newest', cursor: undefined, take })
}
