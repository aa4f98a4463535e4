/** A list inside an object, such as a transfer's reversals: its newest ten items and their number. */
export interface EmbeddedList<T> {
  object: 'list'
  data: T[]
  has_more: boolean
  total_count: number
  url: string
}

const SHOWN = 10

export function embeddedList<T>(url: string, items: T[] = []): EmbeddedList<T> {
  const data = items.slice(0, SHOWN)
  return { object: 'list', data, has_more: items.length > SHOWN, total_count: items.length, url }
}

/** The list with a new item in front. The SDK's list type does not know the number, though Stripe sends it. */
export function withFirst<T, L extends { data: readonly T[] }>(list: L, item: T): L {
  const total_count = (list as unknown as EmbeddedList<T>).total_count + 1
  const data = [item, ...list.data].slice(0, SHOWN)
  return { ...list, data, has_more: total_count > SHOWN, total_count }
}
