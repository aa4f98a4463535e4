import type { MessageKey, TextValues } from './messages.ts'

/**
 * A message with its arguments as one string, for where words travel as text: error tables and zod's messages. `say` reads it
 * at the edge, in the language of whoever asked. An amount is given as `money:50:usd`, a country as `country:PL`, and another
 * message as `message:` and its key.
 */
export function message<Key extends MessageKey>(key: Key, ...[values]: TextValues<Key>): string {
  const query = new URLSearchParams(
    Object.entries(values ?? {}).map(([name, value]) => [name, String(value)]),
  )
  return query.size > 0 ? `${key}?${query}` : key
}
