/** What a person typed into a search, taken literally: SQL's `LIKE` would let `%` and `_` match anything. */
export function searchText(typed: string): { contains: string; mode: 'insensitive' } {
  return { contains: typed.trim().replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }
}
