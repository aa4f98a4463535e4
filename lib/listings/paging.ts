import type { Prisma } from '../db.ts'
import type { ListingSort } from './model.ts'

type Place = { id: string; amount: bigint; deliveryDays: number }

/** By what a sort orders, and which way; listings of equal rank come newest first. */
const BY: Record<ListingSort, { field: 'amount' | 'deliveryDays'; way: 'asc' | 'desc' } | null> = {
  newest: null,
  cheapest: { field: 'amount', way: 'asc' },
  dearest: { field: 'amount', way: 'desc' },
  fastest: { field: 'deliveryDays', way: 'asc' },
}

type Paging = {
  where: Prisma.ListingWhereInput
  orderBy: Prisma.ListingOrderByWithRelationInput[]
  /** The cursor of the page that follows a listing. */
  cursorOf: (last: Place) => string
}

/**
 * Paging by the place of the last listing, not by a number of pages: what is added meanwhile neither repeats nor hides one.
 * A cursor is `<value of what is sorted by>~<id>`; one that is not so begins at the first page.
 */
export function pageAfter(sort: ListingSort, cursor: string | undefined): Paging {
  const by = BY[sort]
  const [, value = '', id = ''] = /^(\d{0,12})~(lst_[0-9a-z]{26})$/.exec(cursor ?? '') ?? []
  const older = { id: { lt: id } }
  if (!by) {
    return {
      where: id ? older : {},
      orderBy: [{ id: 'desc' }],
      cursorOf: last => `~${last.id}`,
    }
  }
  const beyond = (at: bigint) => {
    const rank = by.field === 'amount' ? at : Number(at)
    return {
      OR: [{ [by.field]: { [by.way === 'asc' ? 'gt' : 'lt']: rank } }, { [by.field]: rank, ...older }],
    }
  }
  return {
    where: value === '' ? {} : beyond(BigInt(value)),
    orderBy: [{ [by.field]: by.way }, { id: 'desc' }],
    cursorOf: last => `${last[by.field]}~${last.id}`,
  }
}
