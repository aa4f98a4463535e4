import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { takeBeforeNext } from './before-next.ts'
import { holds } from './checkout/serve-hold.ts'
import { webhooks } from './webhooks/serve-webhook.ts'

test('webhooks are answered before whoever listened, and nothing else is', async () => {
  takeBeforeNext([webhooks, holds])
  const server = http.createServer((request, response) =>
    response.end(`next: ${request.method} ${request.url}`),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = async (method: string, path: string, body?: string) => {
    const response = await fetch(`${url}${path}`, { method, body })
    return `${response.status} ${await response.text()}`
  }
  for (const path of ['/api/webhooks/stripe', '/api/webhooks/stripe?from=stripe']) {
    expect(await ask('POST', path, '{}')).toBe('400 {"error":"bad_signature"}')
    expect(await ask('GET', path)).toBe(`200 next: GET ${path}`)
  }
  expect(await ask('POST', '/api/webhooks/stripe', 'x'.repeat(5 * 1024 * 1024))).toMatch(/^413 /)
  expect(await ask('POST', '/api/webhooks', '{}')).toBe('200 next: POST /api/webhooks')
  expect(await ask('POST', '/sign-in', '{}')).toBe('200 next: POST /sign-in')
  await new Promise(resolve => server.close(resolve))
})
