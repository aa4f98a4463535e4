/** Form-encodes nested parameters the way Stripe's API reads them: `a[b][0]=c`. Empty values are left out. */
export function formEncode(params: Record<string, unknown>): string {
  const pairs: string[] = []
  const walk = (value: unknown, key: string) => {
    if (value === undefined || value === null) return
    if (typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) walk(inner, `${key}[${name}]`)
      return
    }
    pairs.push(`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
  }
  for (const [name, value] of Object.entries(params)) walk(value, name)
  return pairs.join('&')
}
