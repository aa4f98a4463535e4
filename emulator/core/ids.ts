import { randomBytes } from 'node:crypto'
import { COMMON_CHARACTERS } from './id-map.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CODES = Buffer.from(ALPHABET)
const letters = Buffer.alloc(128)

/** The account that owns the keys. Connected accounts get random ids of the same form. */
export const PLATFORM = 'acct_1LocalPlatform00000'

/** Asking the system for randomness costs more than anything done with it: it is taken by the page, and made letters at once. */
const PAGE_BYTES = 8192
const page = Buffer.alloc(PAGE_BYTES)
let left = 0

function refill(): void {
  left = 0
  for (const byte of randomBytes(PAGE_BYTES)) {
    // 248 is the greatest multiple of 62 in a byte: what lies above would favour some characters.
    if (byte < 248) page[left++] = CODES[byte % 62] ?? 0
  }
}

/** `length` characters of base 62 that nobody can guess, after a beginning of ASCII. */
function randomAfter(beginning: string, length: number): string {
  // Made in one piece: a text that is put together bit by bit keeps all its pieces alive.
  const end = beginning.length + length
  if (left < length) refill()
  for (let at = 0; at < beginning.length; at++) letters[at] = beginning.charCodeAt(at)
  for (let at = beginning.length; at < end; at++) letters[at] = page[--left] ?? 0
  return letters.toString('latin1', 0, end)
}

/** `length` characters of base 62 that nobody can guess. */
export function randomText(length: number): string {
  return randomAfter('', length)
}

const TOGETHER = 4096
let common = ''
let made = 0

/**
 * A new object id such as `pi_1…`, of the same length as Stripe's. As with Stripe's, those of one time begin alike: see
 * `IdMap`. What follows nobody can guess.
 */
export function newId(prefix: string): string {
  if (made % TOGETHER === 0) common = randomText(COMMON_CHARACTERS)
  made += 1
  const length = prefix === 'cus' ? 14 : prefix === 'acct' ? 16 : 24
  return randomAfter(`${prefix}_${common}`, length - COMMON_CHARACTERS)
}

/** The secret that lets a browser act on one intent: `pi_…_secret_…`. */
export function newClientSecret(intentId: string): string {
  return randomAfter(`${intentId}_secret_`, 25)
}
