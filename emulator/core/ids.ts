import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The account that owns the keys. Connected accounts get random ids of the same form. */
export const PLATFORM = 'acct_1LocalPlatform00000'

/** Asking the system for randomness costs more than anything done with it: it is taken by the page. */
let pool: Buffer = Buffer.alloc(0)
let used = 0

/** `length` characters of base 62 that nobody can guess. */
export function randomText(length: number): string {
  let text = ''
  while (text.length < length) {
    if (used >= pool.length) {
      pool = randomBytes(8192)
      used = 0
    }
    const byte = pool[used] ?? 255
    used += 1
    // 248 is the greatest multiple of 62 in a byte: what lies above would favour some characters.
    if (byte < 248) text += ALPHABET[byte % 62]
  }
  return text
}

/** A new object id such as `pi_1…`, of the same length as Stripe's. */
export function newId(prefix: string): string {
  const length = prefix === 'cus' ? 14 : prefix === 'acct' ? 16 : 24
  return `${prefix}_${randomText(length)}`
}

/** The secret that lets a browser act on one intent: `pi_…_secret_…`. */
export function newClientSecret(intentId: string): string {
  return `${intentId}_secret_${randomText(25)}`
}
