import { createHash } from 'node:crypto'
import { DAY } from './clock.ts'
import { StripeError } from './errors.ts'
import type { Tx } from './tx.ts'

/** An answer as it was given, to be given again. */
export interface StoredAnswer {
  status: number
  body: string
  /** The request that was answered so. */
  requestId: string
}

const KEY_LENGTH_MAX = 255

/** @throws StripeError 400 for a key that is too long to be one. */
export function checkKey(key: string): void {
  if (key.length <= KEY_LENGTH_MAX) return
  throw keyError(
    `Keys for idempotent requests can be up to ${KEY_LENGTH_MAX} characters long, but you passed in one that is ${key.length} characters.`,
  )
}

/** What identifies a request apart from its key. */
export interface RequestMark {
  path: string
  /** Digest of what was sent. */
  digest: string
}

export function markOf(method: string, path: string, body: Buffer, contentType: string): RequestMark {
  // A multipart boundary is random: the same files sent again would look like another request.
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1]
  const content = boundary ? body.toString('latin1').replaceAll(boundary, '') : body
  return { path: `${method} ${path}`, digest: createHash('sha256').update(content).digest('base64') }
}

/**
 * The answer stored under a key, or null when the key is new or older than a day.
 * @throws StripeError 400 `idempotency_error` when the key was used for something else.
 */
export function storedAnswer(tx: Tx, key: string, account: string, mark: RequestMark): StoredAnswer | null {
  const record = tx.find('_idempotency', `${account}|${key}`)
  if (!record || record.created < tx.now - DAY) return null
  const [path, digest] = record.fingerprint.split('|')
  const again = `Try using a key other than '${key}' if you meant to execute a different request.`
  if (path !== mark.path) {
    const usedFor = path?.split(' ')[1] ?? ''
    throw keyError(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${mark.path.split(' ')[1]}' vs '${usedFor}'). ${again}`,
    )
  }
  if (digest !== mark.digest) {
    throw keyError(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${again}`,
    )
  }
  return { status: record.status, body: record.body, requestId: record.requestId }
}

/** Remembers an answer in the transaction that made it. */
export function rememberAnswer(
  tx: Tx,
  key: string,
  account: string,
  mark: RequestMark,
  answer: StoredAnswer,
): void {
  tx.put(
    '_idempotency',
    `${account}|${key}`,
    { created: tx.now, fingerprint: `${mark.path}|${mark.digest}`, ...answer },
    account,
  )
}

/** Forgets answers whose day is over, so that they do not pile up for ever. */
export function forgetOldAnswers(tx: Tx): void {
  for (const row of [...tx.all('_idempotency')]) {
    if (row.value.created < tx.now - DAY) tx.remove('_idempotency', row.id)
  }
}

/** 409: the same key is being worked on. */
export function keyInUse(key: string): StripeError {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`
  return new StripeError(
    409,
    { type: 'idempotency_error', code: 'idempotency_key_in_use', message },
    { replayable: false },
  )
}

function keyError(message: string): StripeError {
  return new StripeError(400, { type: 'idempotency_error', message }, { replayable: false })
}
