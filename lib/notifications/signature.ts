import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '../env.ts'

/** A signature of ours for what a link says; it begins with the link's purpose, so that none is good for another. */
export function sign(text: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest('base64url')
}

/** Whether `signature` is the one that we make for a text. */
export function isSigned(text: string, signature: string): boolean {
  const [given, ours] = [Buffer.from(signature), Buffer.from(sign(text))]
  return given.length === ours.length && timingSafeEqual(given, ours)
}
