import { encode } from 'next-auth/jwt'
import { afterEach, expect, test, vi } from 'vitest'
import { decodeSession, encodeSession, SESSION_COOKIE } from './session-token.ts'

const session = { sessionId: 'ses_1', userId: 'usr_1', role: 'EMPLOYER' } as const
const secret = process.env.NEXTAUTH_SECRET ?? ''

test('a token names its session, tells nothing else, and fits a cookie', async () => {
  const token = await encodeSession(session)
  expect(await decodeSession(token)).toBe('ses_1')
  expect(token.length).toBeLessThan(1000)
  const readable = token
    .split('.')
    .map(part => Buffer.from(part, 'base64url').toString('latin1'))
    .join()
  expect(readable).not.toMatch(/ses_1|usr_1|EMPLOYER/)
})

afterEach(() => vi.useRealTimers())

test('a token that was opened before is good for no longer than it says', async () => {
  const token = await encodeSession(session)
  expect([await decodeSession(token), await decodeSession(token)]).toEqual(['ses_1', 'ses_1'])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 13 * 3600 * 1000 })
  expect(await decodeSession(token)).toBeNull()
})

test.each([
  ['nothing', async () => undefined],
  ['noise', async () => 'noise'],
  ['one that somebody else issued', () => encode({ token: { sid: 'ses_1' }, secret: `${secret} other` })],
  ['one that is too old', () => encode({ token: { sid: 'ses_1' }, secret, maxAge: -60 })],
  ['one without a session', () => encode({ token: { sub: 'usr_1' }, secret })],
  ['one that was tampered with', async () => (await encodeSession(session)).replace(/.{3}$/, 'AAA')],
])('%s is no token', async (_, token) => {
  expect(await decodeSession(await token())).toBeNull()
})

test('the cookie is one that no other host and no plain connection can plant', () => {
  expect(SESSION_COOKIE.name).toMatch(/^__Host-/)
  expect(SESSION_COOKIE.options).toEqual({ httpOnly: true, secure: true, sameSite: 'lax', path: '/' })
})
