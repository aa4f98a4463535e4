import type { IncomingMessage, ServerResponse } from 'node:http'
import { NextRequest } from 'next/server'
import { answerEarly, type EarlyHandler, pathOf } from '../before-next.ts'
import { DATA_HEADERS, HTTPS_HEADERS, SECURITY_HEADERS } from '../security-headers.ts'
import type { RequestHead } from '../users/request-head.ts'
import { answerHold, HOLD_BYTES_MAX } from './answer-hold.ts'

const PATH = /^\/api\/orders\/([\w-]{1,40})\/hold$/

const orderIdIn = (request: IncomingMessage): string | undefined => PATH.exec(pathOf(request))?.[1]

/** The head as Next would read it. */
function headOf({ headers }: IncomingMessage): RequestHead {
  const { cookies } = new NextRequest('http://localhost', { headers: { cookie: headers.cookie ?? '' } })
  return { headers: { get: name => headers[name.toLowerCase()]?.toString() ?? null }, cookies }
}

/** Takes one checkout in over plain HTTP, with nothing of Next around it. */
function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isHttps = request.headers['x-forwarded-proto'] === 'https'
  const headers = { ...SECURITY_HEADERS, ...DATA_HEADERS, ...(isHttps ? HTTPS_HEADERS : {}) }
  const limits = { bytesMax: HOLD_BYTES_MAX, headers }
  const orderId = orderIdIn(request) ?? ''
  return answerEarly(request, response, limits, body => answerHold(headOf(request), orderId, body))
}

/** The checkout's form, by method and path. */
export const holds: EarlyHandler = {
  takes: request => request.method === 'POST' && orderIdIn(request) !== undefined,
  serve,
}
