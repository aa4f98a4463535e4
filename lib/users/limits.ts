import { createHash } from 'node:crypto'
import { rateLimit } from '../rate-limit.ts'

/** Five wrong passwords a minute for one account, from wherever they come. */
export const signInPerAccount = rateLimit('sign-in-account', 5, 60)
/** Twenty wrong passwords a minute from one network, for whatever accounts. */
export const signInPerNetwork = rateLimit('sign-in-network', 20, 60)
export const signUpPerNetwork = rateLimit('sign-up-network', 60, 3600)

/** A key of fixed length that holds no e-mail address. */
export function accountKey(email: string): string {
  return createHash('sha256').update(email).digest('hex')
}

/** One household has a whole /64 of IPv6, so that is what counts as one address. */
export function networkKey(ip: string): string {
  if (!ip.includes(':')) return ip
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').length
  return [...groups, ...Array<string>(Math.max(missing, 0)).fill('0'), ...(tail?.split(':') ?? [])]
    .slice(0, 4)
    .map(group => group || '0')
    .join(':')
}
