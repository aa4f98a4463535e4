import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '../env.ts'

/** A key of its own, so that what is encrypted here has nothing in common with cookies. */
const key = () => Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', 'holdfast second factor', 32))

/** A secret as the database keeps it: AES-256-GCM, bound to whose it is, so that a row moved to somebody else opens nothing. */
export function sealSecret(userId: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(userId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The secret again; null where it was sealed under another NEXTAUTH_SECRET, for somebody else, or was changed. */
export function openSecret(userId: string, kept: string): string | null {
  const bytes = Buffer.from(kept, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
    decipher.setAAD(Buffer.from(userId)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
