import { expect } from 'vitest'
import type { TestEmulator } from './harness.ts'

/** An answer of the API, an error or an object. */
export type Said = Record<string, unknown> & { id: string; error?: Record<string, unknown> }

/** Bare requests, as `curl` makes them: bodies are written out. */
export function rawCaller(emulator: TestEmulator) {
  async function call(method: string, path: string, body = '') {
    const answer = await fetch(`${emulator.url}/v1/${path}`, {
      method,
      headers: {
        authorization: 'Bearer sk_test_local',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(method === 'POST' ? { body } : {}),
    })
    return { status: answer.status, json: (await answer.json()) as Said }
  }
  async function made(path: string, body = ''): Promise<Said> {
    const { status, json } = await call('POST', path, body)
    expect([path, status]).toEqual([path, 200])
    return json
  }
  /**
   * Each line is a request and its refusal, word for word: `path | body | code | param | message`, with `-` for nothing. A path is
   * posted to, unless it begins with `GET`. A message that ends in `…` may go on.
   */
  async function refused(table: string, status = 400) {
    for (const line of table.trim().split('\n')) {
      const cells = line.split(' | ').map(cell => (cell.trim() === '-' ? undefined : cell.trim()))
      const [target = '', body, code, param, message = ''] = cells
      const [method, path] = target.startsWith('GET ') ? ['GET', target.slice(4)] : ['POST', target]
      const { status: given, json } = await call(method, path, body)
      const { error = {} } = json
      const open = message.endsWith('…')
      const said = open ? String(error.message).slice(0, message.length - 1) : error.message
      expect({ line, status: given, code: error.code, param: error.param, message: said }).toEqual({
        ...{ line, status, code, param, message: open ? message.slice(0, -1) : message },
      })
    }
  }
  return { call, made, refused }
}
