import { createHash } from 'node:crypto'
import { rateLimit } from '../rate-limit.ts'

/** Five wrong passwords a minute for one account, from wherever they come. */
export const signInPerAccount = rateLimit('sign-in-account', 5, 60)
/** Twenty wrong passwords a minute from one network, for whatever accounts. */
export const signInPerNetwork = rateLimit('sign-in-network', 20, 60)
export const signUpPerNetwork = rateLimit('sign-up-network', 60, 3600)

/** Mails that are asked for by whoever knows an address: three an hour to one of them, twenty from one network. */
export const mailsPerAddress = rateLimit('account-mail-address', 3, 3600)
export const mailsPerNetwork = rateLimit('account-mail-network', 20, 3600)
/** Tries of links from one network: nobody guesses 256 bits, but each new password is hashed. */
export const linksPerNetwork = rateLimit('account-link-network', 20, 600)
/** Five wrong passwords a minute from somebody who is signed in: who finds a device open must not find out the password. */
export const passwordPerUser = rateLimit('password-user', 5, 60)

/** Ten wrong codes of a second factor in a quarter of an hour. */
export const codesPerUser = rateLimit('second-factor-user', 10, 900)

/** Drawing a picture anew takes its time. */
export const picturesPerUser = rateLimit('picture-user', 20, 3600)

/** Everything about somebody is much to read. */
export const exportsPerUser = rateLimit('export-user', 3, 3600)

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
