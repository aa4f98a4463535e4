import { Secret, TOTP } from 'otpauth'
import { now } from '../clock.ts'

const PERIOD_SECONDS = 30
/** A clock may be one step off, as RFC 6238 (5.2) allows. */
const STEPS_OFF = 1

/** The values that every authenticator understands: SHA-1, six digits, 30 seconds; a secret of 160 bits. */
const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Holdfast', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS })

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that a QR code holds for an authenticator (https://github.com/google/google-authenticator/wiki/Key-Uri-Format). */
export const authenticatorUri = (secret: string, email: string): string => totpOf(secret, email).toString()

/** The step of time that a code belongs to: now, the one before or the one after; null for a code of none of them. */
export function stepOf(secret: string, code: string): number | null {
  const timestamp = now().getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: STEPS_OFF })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
}
