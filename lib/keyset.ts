/** By what a list is ordered, and which way; rows of equal rank come newest first. Null orders by age alone. */
export type Rank = { field: string; way: 'asc' | 'desc'; of: 'bigint' | 'int' }

export type Keyset = {
  /** A condition for Prisma: what lies beyond the cursor. */
  where: object
  orderBy: Record<string, 'asc' | 'desc'>[]
  /** The cursor of the page that follows a row. */
  cursorOf: (last: { id: string }) => string
}

const CURSOR = /^(\d{0,18})~([a-z]{3}_[0-9a-z]{26})$/

/**
 * Paging by the place of the last row, not by a number of pages: what is added meanwhile neither repeats nor hides one.
 * A cursor is `<value of what is ordered by>~<id>`; anything else begins at the first page. Ids grow with time.
 */
export function keyset(
  rank: Rank | null,
  cursor: string | undefined,
  age: 'newest' | 'oldest' = 'newest',
): Keyset {
  const [, value = '', id = ''] = CURSOR.exec(cursor ?? '') ?? []
  const beyondId = { id: age === 'newest' ? { lt: id } : { gt: id } }
  const byAge = { id: age === 'newest' ? ('desc' as const) : ('asc' as const) }
  if (!rank) return { where: id ? beyondId : {}, orderBy: [byAge], cursorOf: last => `~${last.id}` }
  const { field, way, of } = rank
  const beyond = () => {
    const place = of === 'bigint' ? BigInt(value) : Number(value)
    return { OR: [{ [field]: { [way === 'asc' ? 'gt' : 'lt']: place } }, { [field]: place, ...beyondId }] }
  }
  return {
    where: id && value ? beyond() : {},
    orderBy: [{ [field]: way }, byAge],
    cursorOf: last => `${(last as unknown as Record<string, unknown>)[field]}~${last.id}`,
  }
}

/** One page of rows that were asked for with `take: size + 1`: the one too many says only that there is a page after it. */
export function cutPage<Row extends { id: string }>(
  rows: Row[],
  size: number,
  { cursorOf }: Keyset,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > size && last ? cursorOf(last) : null }
}
