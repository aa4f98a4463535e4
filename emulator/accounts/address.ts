/** A postal address as Stripe stores it: every part is there, if only as null. */
interface FullAddress {
  city: string | null
  country: string | null
  line1: string | null
  line2: string | null
  postal_code: string | null
  state: string | null
}

/** An address of which nothing is known but, perhaps, the country. */
export function noAddress(country: string | null): FullAddress {
  return { city: null, country, line1: null, line2: null, postal_code: null, state: null }
}

/** What was known with what was sent over it; parts that were not sent stay. */
export function mergedAddress(
  known: Partial<FullAddress> | null | undefined,
  sent: { [Part in keyof FullAddress]?: string | null | undefined },
): FullAddress {
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
  return { ...noAddress(null), ...known, ...given }
}
