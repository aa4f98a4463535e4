import { type Incoming, sentFields } from '../core/incoming.ts'

/** What a control call was sent, by JSON, form or query. */
export type Sent = Record<string, unknown>

/** @throws Error when the body looks like JSON and is none. */
export function sentTo(incoming: Incoming): Sent {
  const text = incoming.body.toString('utf8').trim()
  return text.startsWith('{') ? (JSON.parse(text) as Sent) : (sentFields(incoming) as Sent)
}

/** A whole number from 0 on. @throws Error otherwise. */
export function wholeNumber(sent: Sent, name: string): number {
  const value = sent[name] === '' ? Number.NaN : Number(sent[name])
  if (!Number.isInteger(value) || value < 0) throw new Error(`"${name}" must be a whole number from 0 on`)
  return value
}

/** As `wholeNumber`, or `fallback` when nothing was sent. */
export function wholeNumberOr<T>(sent: Sent, name: string, fallback: T): number | T {
  return sent[name] === undefined ? fallback : wholeNumber(sent, name)
}

/** True or false, also as text. @throws Error otherwise. */
export function flag(sent: Sent, name: string): boolean {
  const text = String(sent[name])
  if (text !== 'true' && text !== 'false') throw new Error(`"${name}" must be true or false`)
  return text === 'true'
}

/** Text, or undefined when nothing was sent. @throws Error for anything else. */
export function textOf(sent: Sent, name: string): string | undefined {
  const value = sent[name]
  if (value === undefined || typeof value === 'string') return value
  throw new Error(`"${name}" must be a text`)
}

/** Refuses names that mean nothing here: a wish with a spelling mistake must not pass silently. */
export function refuseUnknown(sent: Sent, known: readonly string[]): void {
  const unknown = Object.keys(sent).filter(name => !known.includes(name))
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}`)
}
