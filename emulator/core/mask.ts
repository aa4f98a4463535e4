/** Fields whose value nobody may read in the log, by the last part of their name: `card[number]` -> `number`. */
const SECRET_FIELDS = new Set([
  'account_number',
  'client_secret',
  'cvc',
  'id_number',
  'key',
  'number',
  'personal_id_number',
  'pin',
  'routing_number',
  'secret',
  'ssn_last_4',
])
const MASK = '••••'

/** Twelve digits or more in a row, blanks and dashes among them: a card's number, wherever somebody put it. */
const CARD_LIKE = /\d(?:[ -]?\d){11,18}/g
const QUICK = /number|cvc|secret|ssn|pin|key|\d(?:[ +-]|%20|%2D)?(?:\d(?:[ +-]|%20|%2D)?){10}\d/i

/** A form body or query with what is secret replaced: `card[number]=••••&card[exp_year]=2034`. */
export function maskedForm(body: string): string {
  if (!QUICK.test(body)) return body
  return body
    .split('&')
    .map(pair => {
      const equals = pair.indexOf('=')
      if (equals < 0) return pair
      const name = pair.slice(0, equals)
      return `${name}=${isSecret(decoded(name)) ? MASK : maskedValue(pair.slice(equals + 1))}`
    })
    .join('&')
}

/** Any text in which nothing like a card's number is left. */
export function maskedText(text: string): string {
  return text.replace(CARD_LIKE, MASK)
}

/** A copy of parsed JSON with the values of secret fields, and all card numbers in texts, replaced. */
export function maskedJson(value: unknown): unknown {
  if (typeof value === 'string') return maskedText(value)
  if (Array.isArray(value)) return value.map(maskedJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && SECRET_FIELDS.has(name) ? MASK : maskedJson(inner),
    ]),
  )
}

function isSecret(name: string): boolean {
  const last = /([^[\]]+)\]?$/.exec(name)?.[1] ?? name
  return SECRET_FIELDS.has(last)
}

function maskedValue(value: string): string {
  const plain = decoded(value)
  const masked = maskedText(plain)
  return masked === plain ? value : encodeURIComponent(masked)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
