/** Changes as an admin reads them: what an audit event says was, and what it says is. */
export function changeWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(
      ([name, inner]) =>
        `${name}: ${typeof inner === 'object' && inner !== null ? JSON.stringify(inner) : String(inner)}`,
    )
    .join(', ')
}
