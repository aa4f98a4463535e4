import { headers } from 'next/headers'
import { env } from '../env.ts'
import type { RequestOrigin } from './model.ts'

const USER_AGENT_CHARS_MAX = 300

/** Where the current request came from. */
export async function requestOrigin(): Promise<RequestOrigin> {
  const received = await headers()
  return {
    ip: clientIp(received.get('x-forwarded-for'), env().TRUSTED_PROXY_HOPS),
    userAgent: (received.get('user-agent') ?? '').slice(0, USER_AGENT_CHARS_MAX),
  }
}

/** The address that `hops` trusted proxies vouch for, counted from the right of X-Forwarded-For. */
export function clientIp(forwardedFor: string | null, hops: number): string {
  const chain = (forwardedFor ?? '').split(',').map(part => part.trim())
  return chain.at(-hops - 1) ?? ''
}
