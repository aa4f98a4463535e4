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

/** Puts a new item in front. The SDK's list type does not know the number, though Stripe sends it. */
export function addFirst<T>(list: { data: T[]; has_more: boolean }, item: T): void {
  const counted = list as EmbeddedList<T>
  counted.data = [item, ...counted.data].slice(0, SHOWN)
  counted.total_count += 1
  counted.has_more = counted.total_count > SHOWN
}
