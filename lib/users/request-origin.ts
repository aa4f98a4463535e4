import { env } from '../env.ts'
import type { RequestOrigin } from './model.ts'
import { currentHead, type RequestHead } from './request-head.ts'

const USER_AGENT_CHARS_MAX = 300

/** Where a request came from. */
export function originOf({ headers }: RequestHead): RequestOrigin {
  return {
    ip: clientIp(headers.get('x-forwarded-for'), env().TRUSTED_PROXY_HOPS),
    userAgent: (headers.get('user-agent') ?? '').slice(0, USER_AGENT_CHARS_MAX),
  }
}

/** Where the current request came from. */
export const requestOrigin = async (): Promise<RequestOrigin> => originOf(await currentHead())

/** The address that `hops` trusted proxies vouch for, counted from the right of X-Forwarded-For. */
export function clientIp(forwardedFor: string | null, hops: number): string {
  const chain = (forwardedFor ?? '').split(',').map(part => part.trim())
  return chain.at(-hops - 1) ?? ''
}
