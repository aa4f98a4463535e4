import { clearableText, hash, type Params } from './params.ts'

const FIELDS = {
  city: clearableText,
  country: clearableText,
  line1: clearableText,
  line2: clearableText,
  postal_code: clearableText,
  state: clearableText,
}

/** A postal address as parameters have it; `''` clears a line. */
export const POSTAL_ADDRESS = hash(FIELDS)

/** The address as objects have it: what was not given is null. */
export function fullAddress(sent: Partial<Params<typeof FIELDS>>) {
  return {
    city: sent.city ?? null,
    country: sent.country?.toUpperCase() ?? null,
    line1: sent.line1 ?? null,
    line2: sent.line2 ?? null,
    postal_code: sent.postal_code ?? null,
    state: sent.state ?? null,
  }
}
