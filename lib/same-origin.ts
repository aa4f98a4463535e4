import { env } from './env.ts'

/**
 * Whether a request that changes something was made by a page of ours: browsers name the page's origin themselves, and a
 * page of somebody else's cannot change that. Server actions have this check built in; route handlers ask here.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site !== null && site !== 'same-origin') return false
  return origin === new URL(env().NEXTAUTH_URL).origin
}
