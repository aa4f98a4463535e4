const LONGEST = 40

export type Trail = { current: string | undefined; previous: string | null; next: (cursor: string) => string }

/**
 * Paging by cursor that can also go back: the `cursor` parameter holds the cursors of the pages that led here, the
 * last being this page's. `previous` and `next` are its values for the neighbours; `previous` is null on the first page.
 */
export function readTrail(parameter: string | undefined): Trail {
  const cursors = (parameter ?? '').split(',').filter(Boolean)
  return {
    current: cursors.at(-1),
    previous: cursors.length > 0 ? cursors.slice(0, -1).join(',') : null,
    next: cursor => [...cursors, cursor].slice(-LONGEST).join(','),
  }
}

/** An address with those parameters that have a value. */
export function addressOf(path: string, parameters: Record<string, string | undefined | null>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** A search parameter given twice counts once. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** What Next gives a page as the address's parameters. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>
